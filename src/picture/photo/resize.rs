//! From a picture's bytes to pixels, from pixels to fewer of them, upright, and to bytes again. Everything is counted in whole numbers, by
//! code without instructions of one machine where results could differ, so that the bytes are the same everywhere.

use std::io::Cursor;

use fast_image_resize::images::Image;
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::{Format, MAX_PIXELS};

/// The quality of a JPEG, of 100: below it faces and letters begin to blur.
const QUALITY: u8 = 80;
/// Bytes of a colour profile that is worth its weight.
const MAX_PROFILE: usize = 4096;
/// Bytes that a decoder may take.
const MAX_MEMORY: usize = MAX_PIXELS as usize * 4;

/// A picture: red, green, blue and alpha of each pixel, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    rgba: Vec<u8>,
    /// What its colours mean, if not the usual.
    profile: Option<Vec<u8>>,
}

impl Pixels {
    /// Decodes a picture; nothing when that cannot be done.
    pub(super) fn of(format: Format, bytes: &[u8]) -> Option<Self> {
        let pixels = match format {
            Format::Jpeg => jpeg(bytes),
            Format::Png => png(bytes),
            Format::Webp => webp(bytes),
            Format::Gif => None,
        }?;
        let len = u64::from(pixels.width) * u64::from(pixels.height) * 4;
        (len > 0 && len == pixels.rgba.len() as u64).then_some(pixels)
    }

    #[cfg(test)]
    pub(super) fn red(&self, x: u32, y: u32) -> u8 {
        self.rgba[(y * self.width + x) as usize * 4]
    }

    /// The same picture in another size.
    pub(super) fn resized(self, (width, height): (u32, u32)) -> Option<Self> {
        let kind = PixelType::U8x4;
        let whole = Image::from_vec_u8(self.width, self.height, self.rgba, kind).ok()?;
        let mut smaller = Image::new(width, height, kind);
        let how = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        Resizer::new().resize(&whole, &mut smaller, &how).ok()?;
        Some(Self {
            width,
            height,
            rgba: smaller.into_vec(),
            profile: self.profile,
        })
    }

    /// Turned as it is to be seen (Exif 2.32, tag 274).
    pub(super) fn upright(self, orientation: u8) -> Self {
        if orientation == 1 {
            return self;
        }
        let (width, height) = super::turned((self.width, self.height), orientation);
        let mut rgba = Vec::with_capacity(self.rgba.len());
        let (right, bottom) = (self.width - 1, self.height - 1);
        for y in 0..height {
            for x in 0..width {
                let (x, y) = match orientation {
                    2 => (right - x, y),
                    3 => (right - x, bottom - y),
                    4 => (x, bottom - y),
                    5 => (y, x),
                    6 => (y, bottom - x),
                    7 => (right - y, bottom - x),
                    _ => (right - y, x),
                };
                let at = (y as usize * self.width as usize + x as usize) * 4;
                rgba.extend_from_slice(&self.rgba[at..at + 4]);
            }
        }
        Self {
            width,
            height,
            rgba,
            ..self
        }
    }

    /// As a JPEG, or as a PNG.
    pub(super) fn encoded(&self, format: Format) -> Option<Vec<u8>> {
        match format {
            Format::Png => Some(super::super::png::of_pixels(
                (self.width, self.height),
                &self.rgba,
            )),
            _ => self.jpeg(),
        }
    }

    fn jpeg(&self) -> Option<Vec<u8>> {
        let (width, height) = (
            u16::try_from(self.width).ok()?,
            u16::try_from(self.height).ok()?,
        );
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, QUALITY);
        encoder.set_progressive(true);
        encoder.set_optimized_huffman_tables(true);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        if let Some(profile) = &self.profile {
            encoder.add_icc_profile(profile).ok()?;
        }
        let encoded = encoder.encode(&self.rgba, width, height, ColorType::Rgba);
        encoded.ok().map(|()| bytes)
    }
}

fn jpeg(bytes: &[u8]) -> Option<Pixels> {
    // Sides are told in 16 bits; how many pixels there are was looked at.
    let options = DecoderOptions::default()
        .set_max_width(1 << 16)
        .set_max_height(1 << 16)
        .jpeg_set_out_colorspace(ColorSpace::RGBA);
    let mut decoder = JpegDecoder::new_with_options(Cursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    if decoder.output_buffer_size()? > MAX_MEMORY {
        return None;
    }
    let rgba = decoder.decode().ok()?;
    let info = decoder.info()?;
    let profile = decoder.icc_profile();
    Some(Pixels {
        width: info.width.into(),
        height: info.height.into(),
        rgba,
        profile: profile.filter(|profile| profile.len() <= MAX_PROFILE),
    })
}

fn png(bytes: &[u8]) -> Option<Pixels> {
    let limits = png::Limits { bytes: MAX_MEMORY };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let len = reader
        .output_buffer_size()
        .filter(|len| *len <= MAX_MEMORY)?;
    let mut read = vec![0; len];
    let frame = reader.next_frame(&mut read).ok()?;
    read.truncate(frame.buffer_size());
    let channels = frame.color_type.samples();
    Some(Pixels {
        width: frame.width,
        height: frame.height,
        rgba: as_rgba(&read, channels)?,
        profile: None,
    })
}

fn webp(bytes: &[u8]) -> Option<Pixels> {
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(bytes)).ok()?;
    decoder.set_memory_limit(MAX_MEMORY);
    let (width, height) = decoder.dimensions();
    let len = decoder
        .output_buffer_size()
        .filter(|len| *len <= MAX_MEMORY)?;
    let mut read = vec![0; len];
    decoder.read_image(&mut read).ok()?;
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    Some(Pixels {
        width,
        height,
        rgba: as_rgba(&read, channels)?,
        profile: None,
    })
}

/// Pixels of one to four parts (grey, grey and alpha, colour, colour and alpha) as four.
fn as_rgba(read: &[u8], channels: usize) -> Option<Vec<u8>> {
    let pixels = read.chunks_exact(channels);
    let rgba = match channels {
        1 => pixels.flat_map(|p| [p[0], p[0], p[0], 255]).collect(),
        2 => pixels.flat_map(|p| [p[0], p[0], p[0], p[1]]).collect(),
        3 => pixels.flat_map(|p| [p[0], p[1], p[2], 255]).collect(),
        4 => read.to_vec(),
        _ => return None,
    };
    Some(rgba)
}
