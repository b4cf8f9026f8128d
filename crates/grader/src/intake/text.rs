//! Text from the bytes of a file, whatever editor wrote them.

use contract::{Text, say};

use super::{MOST_BYTES, Rejection};

const UTF_8_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// The text in `bytes`: UTF-8, or UTF-16 with a byte-order mark. The mark is dropped, and line ends become `\n`.
pub(super) fn text(bytes: &[u8]) -> Result<String, Rejection> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Rejection::LargeFile);
    }
    // The compiler treats both line ends alike; one form keeps results and cache the same.
    Ok(decoded(bytes)?.replace("\r\n", "\n"))
}

fn decoded(bytes: &[u8]) -> Result<String, Rejection> {
    let other = |encoding: Text| Err(Rejection::NotText(encoding));
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => other(Text::fixed("UTF-32", "UTF-32")),
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ if is_every_other_zero(bytes) => other(Text::fixed(
            "UTF-16 without a byte-order mark",
            "바이트 순서 표시(BOM)가 없는 UTF-16",
        )),
        _ => {
            let bytes = bytes.strip_prefix(UTF_8_MARK).unwrap_or(bytes);
            String::from_utf8(bytes.to_vec()).map_err(|error| {
                let from = error.utf8_error().valid_up_to();
                Rejection::NotText(say!(
                    "not UTF-8 text, from byte {from} on (perhaps CP949 (EUC-KR) or Latin-1)",
                    "{from}번째 바이트부터 UTF-8이 아닌 텍스트(CP949(EUC-KR)나 Latin-1일 수 있음)"
                ))
            })
        }
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Rejection> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    match (text, rest) {
        (Ok(text), []) => Ok(text),
        _ => Err(Rejection::NotText(Text::fixed("UTF-16, but damaged", "손상된 UTF-16"))),
    }
}

/// Whether `bytes` are as Latin letters are in UTF-16: one of two is zero, for the most part.
fn is_every_other_zero(bytes: &[u8]) -> bool {
    let zeros = |start: usize| bytes.iter().skip(start).step_by(2).filter(|b| **b == 0).count();
    let half = bytes.len() / 2;
    half > 0 && [(0, 1), (1, 0)].iter().any(|(a, b)| zeros(*a) * 2 > half && zeros(*b) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(bytes: &[u8]) -> String {
        text(bytes).unwrap_err().text().en.into_owned()
    }

    #[test]
    fn a_byte_order_mark_is_read_and_dropped() {
        let code = "// 시그모이드 𝜎\r\nfn f() {}\r\n";
        let expected = "// 시그모이드 𝜎\nfn f() {}\n";
        let units: Vec<u16> = code.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(text(&[UTF_8_MARK, code.as_bytes()].concat()).unwrap(), expected);
        assert_eq!(text(&[&[0xff, 0xfe][..], &little].concat()).unwrap(), expected);
        assert_eq!(text(&[&[0xfe, 0xff][..], &big].concat()).unwrap(), expected);
        assert!(why(&[&[0xff, 0xfe][..], &little, &[0]].concat()).contains("damaged"));
        assert!(why(&[0xff, 0xfe, 0x00, 0xd8]).contains("damaged"));
    }

    #[test]
    fn another_encoding_is_named() {
        assert!(why(b"fn \xff").contains("not UTF-8 text, from byte 3"));
        assert!(why(b"// caf\xe9").contains("Latin-1"));
        assert!(why(b"f\0n\0 \0").contains("UTF-16 without a byte-order mark"));
        assert!(why(b"\0f\0n").contains("UTF-16 without a byte-order mark"));
        assert!(why(b"\xff\xfe\0\0f\0\0\0").contains("UTF-32"));
        assert_eq!(text(b"").unwrap(), "");
    }
}
