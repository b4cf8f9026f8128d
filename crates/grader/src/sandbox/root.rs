//! The root of a cell: a file system that holds what the policy shows and nothing else.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use nix::mount::{MntFlags, MsFlags, mount, umount2};
use nix::sys::statvfs::{FsFlags, statvfs};
use nix::unistd::{chdir, pivot_root};

use super::policy::Policy;
use crate::Error;

/// Devices that hold nothing.
const DEVICES: [&str; 4] = ["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"];
const NOTHING: Option<&str> = None;

/// Builds the root of the cell in this mount namespace and moves into it.
pub(super) fn enter(policy: &Policy) -> Result<(), Error> {
    mount(NOTHING, "/", NOTHING, MsFlags::MS_REC | MsFlags::MS_PRIVATE, NOTHING)
        .map_err(Error::wall("mounts of its own"))?;
    let root = &policy.root;
    empty(root, 1 << 20)?;
    // First, because what is shown may lie in `/tmp`, too.
    let scratch = within(root, Path::new("/tmp"));
    fs::create_dir_all(&scratch).map_err(Error::file(&scratch))?;
    empty(&scratch, policy.allowance.scratch)?;
    for path in &policy.readable {
        bind(path, root, false)?;
    }
    for device in DEVICES.map(Path::new) {
        bind(device, root, true)?;
    }
    if let Some(path) = &policy.writable {
        bind(path, root, true)?;
    }
    move_into(root).map_err(Error::wall("root"))
}

/// A file system in memory that holds nothing yet.
fn empty(place: &Path, bytes: u64) -> Result<(), Error> {
    let flags = MsFlags::MS_NOSUID | MsFlags::MS_NODEV;
    let options = format!("size={bytes},nr_inodes=4096,mode=1777");
    mount(Some("tmpfs"), place, Some("tmpfs"), flags, Some(options.as_str()))
        .map_err(Error::wall(format!("tmpfs on {}", place.display())))
}

/// Shows `path` at the same place below `root`.
fn bind(path: &Path, root: &Path, is_writable: bool) -> Result<(), Error> {
    let target = within(root, path);
    let make_target = || {
        if path.is_dir() {
            return fs::create_dir_all(&target);
        }
        fs::create_dir_all(target.parent().unwrap_or(root))?;
        File::create(&target).map(drop)
    };
    make_target().map_err(Error::file(&target))?;
    let wall = format!("binding {}", path.display());
    mount(Some(path), &target, NOTHING, MsFlags::MS_BIND | MsFlags::MS_REC, NOTHING)
        .map_err(Error::wall(&wall))?;
    let is_device = path.starts_with("/dev");
    let present = present_flags(&target).map_err(Error::wall(&wall))?;
    let mut flags = MsFlags::MS_BIND | MsFlags::MS_REMOUNT | present | MsFlags::MS_NOSUID;
    if !is_device {
        flags |= MsFlags::MS_NODEV;
    }
    if !is_writable {
        flags |= MsFlags::MS_RDONLY;
    }
    mount(NOTHING, &target, NOTHING, flags, NOTHING).map_err(Error::wall(&wall))
}

/// The flags that the place has already: a user namespace must not take them away.
fn present_flags(place: &Path) -> nix::Result<MsFlags> {
    let has = statvfs(place)?.flags();
    let pairs = [
        (FsFlags::ST_RDONLY, MsFlags::MS_RDONLY),
        (FsFlags::ST_NOSUID, MsFlags::MS_NOSUID),
        (FsFlags::ST_NODEV, MsFlags::MS_NODEV),
        (FsFlags::ST_NOEXEC, MsFlags::MS_NOEXEC),
        (FsFlags::ST_NOATIME, MsFlags::MS_NOATIME),
        (FsFlags::ST_NODIRATIME, MsFlags::MS_NODIRATIME),
        (FsFlags::ST_RELATIME, MsFlags::MS_RELATIME),
    ];
    let present = pairs.into_iter().filter(|(flag, _)| has.contains(*flag));
    Ok(present.fold(MsFlags::empty(), |flags, (_, flag)| flags | flag))
}

fn within(root: &Path, path: &Path) -> PathBuf {
    root.join(path.strip_prefix("/").unwrap_or(path))
}

/// Makes `root` the root and lets go of the old one.
fn move_into(root: &Path) -> nix::Result<()> {
    chdir(root)?;
    pivot_root(".", ".")?;
    umount2(".", MntFlags::MNT_DETACH)?;
    chdir("/")?;
    let flags = MsFlags::MS_REMOUNT | MsFlags::MS_RDONLY | MsFlags::MS_NOSUID | MsFlags::MS_NODEV;
    mount(NOTHING, "/", NOTHING, flags | MsFlags::MS_BIND, NOTHING)
}
