//! What was found out before, kept on disk: derived, never the truth.
//!
//! Each entry is a file that holds the key of what it was derived from and one value, in the bytes that the
//! contract's codec writes. An entry under another key, a file that is cut short and one that holds
//! something else are the same as no entry: the answer is found out again.

use std::fs;
use std::path::{Path, PathBuf};

use contract::{Plain, Value, decode, encode};

use crate::error::Error;

/// A folder of entries.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// The entries in `folder`, which need not be there yet.
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf() }
    }

    /// The value of the entry `name`, if it was derived from what `key` stands for.
    pub fn get<T: Plain>(&self, name: &str, key: &str) -> Option<T> {
        let bytes = fs::read(self.folder.join(name)).ok()?;
        let (known, value) = <(String, Value)>::from_value(decode(&bytes)?)?;
        T::from_value(value).filter(|_| known == key)
    }

    /// Keeps `value` as the entry `name`, in place of what was there. The file is written atomically: a
    /// draft beside it, then one move.
    ///
    /// # Errors
    /// If the folder or the file cannot be written; the old entry is still there then.
    pub fn put<T: Plain>(&self, name: &str, key: &str, value: &T) -> Result<(), Error> {
        let path = self.folder.join(name);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
        let mut bytes = Vec::new();
        encode(&(key.to_string(), value.to_value()).to_value(), &mut bytes);
        let draft = path.with_extension(format!("{}.draft", std::process::id()));
        fs::write(&draft, bytes).map_err(Error::file(&draft))?;
        fs::rename(&draft, &path).map_err(Error::file(&path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_back_under_its_key_alone() {
        let folder = std::env::temp_dir().join(format!("store-{}", std::process::id()));
        let store = Store::in_folder(&folder);
        assert_eq!(store.get::<String>("relu", "text 1"), None);
        store.put("relu", "text 1", &"solved".to_string()).unwrap();
        assert_eq!(store.get("relu", "text 1"), Some("solved".to_string()));
        assert_eq!(store.get::<String>("relu", "text 2"), None);
        assert_eq!(store.get::<u64>("relu", "text 1"), None);
        let file = folder.join("relu");
        let bytes = fs::read(&file).unwrap();
        for end in 0..bytes.len() {
            fs::write(&file, &bytes[..end]).unwrap();
            assert_eq!(store.get::<String>("relu", "text 1"), None, "cut at {end}");
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
