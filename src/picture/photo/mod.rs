//! Photographs and pictures of screens, as they come from phones: what is known of one without decoding it, and smaller ones made of it.
//!
//! What comes out is read by every phone: JPEG, or PNG where something may be seen through. WebP would be smaller, but there is no encoder
//! of its lossy form without C. Nothing that a camera notes of place, owner or device is left in what is published.

mod parts;
mod resize;

use parts::Parts;

/// Pixels of a picture that is decoded, at most: 160 MB in memory.
pub const MAX_PIXELS: u64 = 40_000_000;
/// Bytes of a file that is looked at.
pub const MAX_BYTES: u64 = 32 << 20;

/// The widths for which smaller pictures are made, in pixels: a phone, one with a dense screen, a column of text on a dense wide screen.
const WIDTHS: [u32; 3] = [400, 800, 1200];
/// A picture that is not wider, or not heavier, is left alone.
const SMALL: (u32, u64) = (480, 40 << 10);
/// Bytes per pixel of a JPEG as it is made here are hardly ever more.
const DENSE: f64 = 0.25;

/// The formats that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// ITU-T T.81.
    Jpeg,
    /// ISO/IEC 15948.
    Png,
    /// RFC 9649.
    Webp,
    /// GIF89a, which may move, and is left alone.
    Gif,
}

/// What is known of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its format, whatever its name says.
    pub format: Format,
    /// Width and height as it is seen, upright.
    pub size: (u32, u32),
    /// How it lies (Exif 2.32, tag 274): 1 is upright.
    orientation: u8,
    /// Its bytes.
    bytes: u64,
    moves: bool,
    seen_through: bool,
}

/// Why a picture is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The bytes are no picture that browsers show.
    NoPicture,
    /// The file ends before the picture does.
    CutOff,
    /// It has more bytes or pixels than are looked at.
    TooLarge,
}

impl Format {
    /// The format of a file, by how it begins.
    fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\xff\xd8\xff") {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
            Some(Self::Gif)
        } else {
            None
        }
    }

    /// The endings of file names in this format, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Gif => &["gif"],
        }
    }
}

impl Photo {
    /// Looks at a picture without decoding it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of(bytes: &[u8]) -> Result<Self, Fault> {
        let format = Format::of(bytes).ok_or(Fault::NoPicture)?;
        let size = imagesize::blob_size(bytes).map_err(|_| Fault::CutOff)?;
        let side = |side: usize| u32::try_from(side).ok().filter(|side| *side > 0);
        let size = side(size.width).zip(side(size.height));
        let size = size.ok_or(Fault::NoPicture)?;
        let parts = Parts::of(format, bytes).ok_or(Fault::CutOff)?;
        let orientation = parts.exif.map_or(1, orientation);
        Ok(Self {
            format,
            size: turned(size, orientation),
            orientation,
            bytes: bytes.len() as u64,
            moves: parts.moves,
            seen_through: parts.seen_through,
        })
    }

    /// Whether it has more pixels than are decoded.
    pub fn is_too_large(&self) -> bool {
        u64::from(self.size.0) * u64::from(self.size.1) > MAX_PIXELS
    }

    /// The widths for which smaller pictures are made of it, rising; none for one that is left alone. None is wider than it is itself.
    pub fn widths(&self) -> Vec<u32> {
        let (width, _) = self.size;
        let small = width <= SMALL.0 || self.bytes <= SMALL.1;
        if small || self.moves || self.is_too_large() {
            return Vec::new();
        }
        // One that is hardly smaller than the whole is not worth a file.
        let smaller = WIDTHS
            .into_iter()
            .filter(|smaller| smaller + smaller / 8 < width);
        let mut widths: Vec<u32> = smaller.collect();
        let largest = width.min(WIDTHS[WIDTHS.len() - 1]);
        if widths.last() != Some(&largest) {
            widths.push(largest);
        }
        widths
    }

    /// The height that belongs to a width.
    pub fn height(&self, width: u32) -> u32 {
        let (whole, height) = (u64::from(self.size.0), u64::from(self.size.1));
        let height = (u64::from(width) * height + whole / 2) / whole;
        height.max(1) as u32
    }

    /// The ending of the smaller pictures.
    pub fn ending(&self) -> &'static str {
        self.made_as().endings()[0]
    }

    /// About how many bytes a reader's phone loads for it at most.
    pub fn heaviest(&self) -> u64 {
        let Some(&width) = self.widths().last() else {
            return self.bytes;
        };
        let area = |width: u32, height: u32| f64::from(width) * f64::from(height);
        let dense = self.bytes as f64 / area(self.size.0, self.size.1);
        let dense = match self.made_as() {
            Format::Jpeg => dense.min(DENSE),
            _ => dense,
        };
        (dense * area(width, self.height(width))) as u64
    }

    /// The picture as it is, without what a camera noted; nothing when it is not what was looked at.
    pub(super) fn plain(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        Some(Parts::of(self.format, bytes)?.kept(self.orientation))
    }

    /// The picture `width` pixels wide, upright; nothing when it cannot be decoded.
    pub(super) fn resized(&self, bytes: &[u8], width: u32) -> Option<Vec<u8>> {
        let picture = resize::Pixels::of(self.format, bytes)?;
        // What is decoded must be what was looked at.
        if turned((picture.width, picture.height), self.orientation) != self.size {
            return None;
        }
        let size = turned((width, self.height(width)), self.orientation);
        let upright = picture.resized(size)?.upright(self.orientation);
        upright.encoded(self.made_as())
    }

    fn made_as(&self) -> Format {
        if self.seen_through {
            Format::Png
        } else {
            Format::Jpeg
        }
    }
}

/// A size as it is seen when the picture lies on its side, and the other way round.
fn turned((width, height): (u32, u32), orientation: u8) -> (u32, u32) {
    if orientation >= 5 {
        (height, width)
    } else {
        (width, height)
    }
}

/// How a picture lies, by what its camera noted.
fn orientation(exif: &[u8]) -> u8 {
    let Ok(noted) = exif::Reader::new().read_raw(exif.to_vec()) else {
        return 1;
    };
    let field = noted.get_field(exif::Tag::Orientation, exif::In::PRIMARY);
    let value = field.and_then(|field| field.value.get_uint(0));
    value
        .and_then(|value| u8::try_from(value).ok())
        .filter(|value| (1..=8).contains(value))
        .unwrap_or(1)
}

#[cfg(test)]
mod tests;
