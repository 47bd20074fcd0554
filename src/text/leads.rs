//! Where letters begin that ASCII does not have. Every text is read for them, and in Vietnamese one byte in five is one.

/// So many bytes are looked at in one step.
const STEP: usize = size_of::<u64>();

/// The places of the bytes of `bytes`, which are UTF-8, that begin a sequence of two or more (RFC 3629).
pub fn leads(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let (steps, rest) = bytes.as_chunks::<STEP>();
    let mut last = [0; STEP];
    last[..rest.len()].copy_from_slice(rest);
    let mut steps = steps.iter().copied().chain([last]).enumerate();
    let (mut start, mut marks) = (0, 0);
    std::iter::from_fn(move || {
        while marks == 0 {
            let (step, bytes) = steps.next()?;
            start = step * STEP;
            marks = of_step(u64::from_le_bytes(bytes));
        }
        let at = start + marks.trailing_zeros() as usize / 8;
        marks &= marks - 1;
        Some(at)
    })
}

/// The highest bit of each byte that has its two highest bits set.
fn of_step(bytes: u64) -> u64 {
    bytes & (bytes << 1) & 0x8080_8080_8080_8080
}

#[cfg(test)]
mod tests {
    use super::leads;

    #[test]
    fn each_letter_is_found_wherever_it_stands() {
        for before in 0..20 {
            let text = format!("{}đường ở “Trà Vinh” 😀 xã", "x".repeat(before));
            let letters = text.char_indices().filter(|(_, c)| !c.is_ascii());
            let expected: Vec<usize> = letters.map(|(at, _)| at).collect();
            assert_eq!(leads(text.as_bytes()).collect::<Vec<_>>(), expected);
        }
        assert_eq!(leads(b"").count() + leads(b"abcdefgh").count(), 0);
    }
}
