//! The parts that picture files consist of, without decoding what is in them: which are the picture, and which are notes of a camera.

use std::borrow::Cow;

use super::Format;

/// A file in parts.
#[derive(Debug, Default)]
pub(super) struct Parts<'b> {
    /// What is published, in its order; the first part is the head of the file.
    kept: Vec<Cow<'b, [u8]>>,
    /// What the camera noted (Exif).
    pub(super) exif: Option<&'b [u8]>,
    /// Whether it has more than one picture.
    pub(super) moves: bool,
    /// Whether something may be seen through.
    pub(super) seen_through: bool,
    format: Option<Format>,
}

impl<'b> Parts<'b> {
    /// The parts of a file; nothing when it ends too early.
    pub(super) fn of(format: Format, bytes: &'b [u8]) -> Option<Self> {
        let mut parts = Self {
            format: Some(format),
            ..Self::default()
        };
        match format {
            Format::Jpeg => parts.jpeg(bytes)?,
            Format::Png => parts.png(bytes)?,
            Format::Webp => parts.webp(bytes)?,
            Format::Gif => {
                parts.moves = true;
                parts.keep(bytes);
            }
        }
        Some(parts)
    }

    /// The file without notes; how the picture lies stays.
    pub(super) fn kept(mut self, orientation: u8) -> Vec<u8> {
        match self.format {
            Some(Format::Jpeg) if orientation != 1 => {
                self.kept.insert(1, Cow::Owned(lies(orientation)));
            }
            // The head counts the bytes behind it.
            Some(Format::Webp) => {
                let len: usize = self.kept.iter().map(|part| part.len()).sum();
                let mut head = self.kept[0].to_vec();
                head[4..8].copy_from_slice(&(len as u32 - 8).to_le_bytes());
                self.kept[0] = Cow::Owned(head);
            }
            _ => {}
        }
        self.kept.concat()
    }

    fn keep(&mut self, part: &'b [u8]) {
        self.kept.push(Cow::Borrowed(part));
    }

    /// Segments up to the end of the image (ITU-T T.81, annex B). What stands behind it, such as a film or a second picture with notes of
    /// its own, is left out.
    fn jpeg(&mut self, bytes: &'b [u8]) -> Option<()> {
        const EXIF: &[u8] = b"Exif\0\0";
        self.keep(bytes.get(..2)?);
        let mut at = 2;
        loop {
            // A marker may be filled up in front.
            while bytes.get(at + 1)? == &0xff {
                at += 1;
            }
            let (0xff, marker) = (bytes[at], bytes[at + 1]) else {
                return None;
            };
            if marker == 0xd9 {
                self.keep(&bytes[at..at + 2]);
                return Some(());
            }
            let len = usize::from(u16::from_be_bytes(
                bytes.get(at + 2..at + 4)?.try_into().ok()?,
            ));
            let end = at + 2 + len.max(2);
            let content = bytes.get(at + 4..end)?;
            if marker == 0xe1 && self.exif.is_none() {
                self.exif = content.strip_prefix(EXIF);
            }
            let is_kept = match marker {
                // The head, what colours mean.
                0xe0 | 0xee => true,
                0xe2 => content.starts_with(b"ICC_PROFILE\0"),
                // Notes of programs, and comments.
                0xe1..=0xef | 0xfe => false,
                _ => true,
            };
            let end = match marker {
                0xda => end + scan(bytes.get(end..)?)?,
                _ => end,
            };
            if is_kept {
                self.keep(&bytes[at..end]);
            }
            at = end;
        }
    }

    /// Chunks up to the last (ISO/IEC 15948, section 5.3).
    fn png(&mut self, bytes: &'b [u8]) -> Option<()> {
        /// What the picture itself is, what its colours mean, and what makes it move.
        const KEPT: &[&[u8; 4]] = &[
            b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT",
            b"sRGB", b"cICP", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
        ];
        self.keep(bytes.get(..8)?);
        let mut at = 8;
        loop {
            let len = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize;
            let end = at.checked_add(12)?.checked_add(len)?;
            let chunk = bytes.get(at..end)?;
            let kind: &[u8; 4] = chunk[4..8].try_into().ok()?;
            match kind {
                // With alpha, or a palette that may have it.
                b"IHDR" => self.seen_through = matches!(chunk.get(17)?, 3 | 4 | 6),
                b"tRNS" => self.seen_through = true,
                b"acTL" => self.moves = true,
                _ => {}
            }
            if KEPT.contains(&kind) {
                self.keep(chunk);
            }
            if kind == b"IEND" {
                return Some(());
            }
            at = end;
        }
    }

    /// Chunks of the container (RFC 9649, section 2).
    fn webp(&mut self, bytes: &'b [u8]) -> Option<()> {
        const MOVES: u8 = 0x02;
        const NOTES: u8 = 0x04 | 0x08;
        const ALPHA: u8 = 0x10;
        let len = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
        let bytes = bytes.get(..len.checked_add(8)?)?;
        self.keep(bytes.get(..12)?);
        let mut at = 12;
        while at < bytes.len() {
            let len = u32::from_le_bytes(bytes.get(at + 4..at + 8)?.try_into().ok()?) as usize;
            // Filled up to an even length.
            let end = at.checked_add(8)?.checked_add(len)?.checked_add(len % 2)?;
            let chunk = bytes.get(at..end)?;
            match &chunk[..4] {
                b"EXIF" | b"XMP " => {}
                b"VP8X" => {
                    let flags = *chunk.get(8)?;
                    self.moves = flags & MOVES != 0;
                    self.seen_through |= flags & ALPHA != 0;
                    let mut chunk = chunk.to_vec();
                    chunk[8] = flags & !NOTES;
                    self.kept.push(Cow::Owned(chunk));
                }
                kind => {
                    // Without loss, alpha is told by one bit behind the size.
                    self.seen_through |= kind == b"VP8L" && chunk.get(12)? & 0x10 != 0;
                    self.keep(chunk);
                }
            }
            at = end;
        }
        (self.kept.len() > 1).then_some(())
    }
}

/// How many bytes of a scan come before the next marker.
fn scan(bytes: &[u8]) -> Option<usize> {
    let pairs = bytes.windows(2);
    let mut markers = pairs.enumerate().filter(|(_, pair)| pair[0] == 0xff);
    // A byte that looks like a marker is followed by nothing; eight markers only divide a scan.
    let end = markers.find(|(_, pair)| !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff));
    end.map(|(at, _)| at)
}

/// The part of a JPEG that says how it lies and nothing else (Exif 2.32, section 4.6).
fn lies(orientation: u8) -> Vec<u8> {
    let head = b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01";
    // One entry: orientation, a short, once.
    let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
    [head.as_slice(), &entry, &[0; 4]].concat()
}
