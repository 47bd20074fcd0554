//! Letters found eight bytes at a time. Every text is read for them by several rules.

/// So many bytes are looked at in one step.
const STEP: usize = size_of::<u64>();
/// The highest bit of each byte of a step.
const HIGHEST: u64 = 0x8080_8080_8080_8080;

/// The places of the bytes of `bytes`, which are UTF-8, that begin a sequence of two or more (RFC 3629): in Vietnamese one byte in five.
pub fn leads(bytes: &[u8]) -> impl Iterator<Item = usize> {
    // Their two highest bits are set.
    places(bytes, |step| step & (step << 1) & HIGHEST)
}

/// The places of the capitals from A to Z, and of what may be the second byte of Đ.
pub fn capitals(bytes: &[u8]) -> impl Iterator<Item = usize> {
    places(bytes, |step| {
        // A sum has its highest bit where the seven lower bits of a byte are as great as the letter or greater.
        let low = step & !HIGHEST;
        let from_a = low + each(0x80 - b'A');
        let behind_z = low + each(0x80 - (b'Z' + 1));
        let letters = from_a & !behind_z & !step;
        // A byte less one has a highest bit that it had not if it is nought; the byte above may be taken for one, too.
        let other = step ^ each(0x90);
        let strokes = other.wrapping_sub(each(1)) & !other;
        (letters | strokes) & HIGHEST
    })
}

/// A step of which each byte is `byte`.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; STEP])
}

/// The places of the bytes whose highest bit `found` sets in a step, and clears in all others.
fn places(bytes: &[u8], found: impl Fn(u64) -> u64) -> impl Iterator<Item = usize> {
    let (steps, rest) = bytes.as_chunks::<STEP>();
    let mut last = [0; STEP];
    last[..rest.len()].copy_from_slice(rest);
    let mut steps = steps.iter().copied().chain([last]).enumerate();
    let (mut start, mut marks) = (0, 0);
    std::iter::from_fn(move || {
        while marks == 0 {
            let (step, bytes) = steps.next()?;
            start = step * STEP;
            marks = found(u64::from_le_bytes(bytes));
        }
        let at = start + marks.trailing_zeros() as usize / 8;
        marks &= marks - 1;
        Some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::{capitals, leads};

    #[test]
    fn each_letter_is_found_wherever_it_stands() {
        for before in 0..20 {
            let text = format!("{}đường Ở “Trà Vinh” @[`{{ 😀 Đ AZaz", "x".repeat(before));
            let letters = text.char_indices().filter(|(_, c)| !c.is_ascii());
            let expected: Vec<usize> = letters.map(|(at, _)| at).collect();
            assert_eq!(leads(text.as_bytes()).collect::<Vec<_>>(), expected);
            let is_capital = |(_, byte): &(usize, u8)| byte.is_ascii_uppercase() || *byte == 0x90;
            let expected = text.bytes().enumerate().filter(is_capital);
            let expected: Vec<usize> = expected.map(|(at, _)| at).collect();
            let found: Vec<usize> = capitals(text.as_bytes()).collect();
            assert!(expected.iter().all(|at| found.contains(at)), "{text}");
            let more = found.iter().filter(|at| !expected.contains(at));
            assert_eq!(more.count(), 0, "{text}");
        }
        assert_eq!(leads(b"").count() + leads(b"abcdefgh").count(), 0);
    }
}
