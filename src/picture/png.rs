//! Pictures of few colours as PNG (ISO/IEC 15948), as small as they go.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use super::design::Rgb;

/// A picture of at most 256 colours, each pixel its place in `palette`.
pub(super) fn of_palette(size: (u32, u32), palette: &[Rgb], pixels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, size.0, size.1);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(pixels));
    written.expect("the pixels are as many as the size says, and memory takes them");
    bytes
}

/// A picture of red, green, blue and alpha, row by row; without alpha when nothing is seen through.
pub(super) fn of_pixels(size: (u32, u32), rgba: &[u8]) -> Vec<u8> {
    let pixels = rgba.chunks_exact(4);
    let is_opaque = pixels.clone().all(|pixel| pixel[3] == 255);
    let rgb: Vec<u8>;
    let (kind, data) = if is_opaque {
        rgb = pixels.flat_map(|p| [p[0], p[1], p[2]]).collect();
        (ColorType::Rgb, rgb.as_slice())
    } else {
        (ColorType::Rgba, rgba)
    };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, size.0, size.1);
    encoder.set_color(kind);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::Adaptive);
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(data));
    written.expect("the pixels are as many as the size says, and memory takes them");
    bytes
}
