//! A code (ISO/IEC 18004) that leads a phone to an address: as SVG for a wall, and as a picture of a fifth of its bytes for the end of a page.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fast_qr::{ECL, QRBuilder};

/// Modules of white on each side that readers need to find the code.
const QUIET: usize = 4;

/// The code for `address`; nothing when it is too long for one. Level Q stands creases and bad copies: a quarter of it may be lost.
pub(super) fn svg(address: &str) -> Option<String> {
    let code = QRBuilder::new(address).ecl(ECL::Q).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = (x..code.size).take_while(|&x| code[y][x].value()).count();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>"
    ))
}

/// The code for `address` as an image that the page holds (PNG, a bit a module, RFC 2397); nothing when it is too long for one. Level M: a
/// sheet of paper is held in the hand, and every byte is in the page.
pub(super) fn image(address: &str) -> Option<String> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let side = code.size + 2 * QUIET;
    let is_dark = |x: usize, y: usize| {
        let inside = QUIET..QUIET + code.size;
        inside.contains(&x) && inside.contains(&y) && code[y - QUIET][x - QUIET].value()
    };
    let mut bits = vec![0xff_u8; side.div_ceil(8) * side];
    for (x, y) in (0..side).flat_map(|y| (0..side).map(move |x| (x, y))) {
        if is_dark(x, y) {
            bits[y * side.div_ceil(8) + x / 8] &= !(0x80 >> (x % 8));
        }
    }
    let mut png = Vec::new();
    let pixels = u32::try_from(side).ok()?;
    let mut encoder = png::Encoder::new(&mut png, pixels, pixels);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&bits).ok()?;
    writer.finish().ok()?;
    Some(format!(
        "<img class=\"qr\" src=\"data:image/png;base64,{}\" width=\"128\" height=\"128\" alt=\"\">",
        STANDARD.encode(png)
    ))
}

#[cfg(test)]
mod tests {
    use super::{QUIET, image, svg};
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    /// The dark modules of a drawn code: each run is `M<x> <y>h<length>…`.
    fn modules(svg: &str) -> (usize, Vec<(usize, usize)>) {
        let number = |text: &str| text.parse::<usize>().unwrap();
        let side = svg.split("viewBox=\"0 0 ").nth(1).unwrap();
        let side = number(side.split(' ').next().unwrap());
        let runs = svg.split("d=\"").nth(1).unwrap().split('M').skip(1);
        let dark = runs.flat_map(|run| {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let length = number(rest.split('v').next().unwrap());
            let (x, y) = (number(x), number(y));
            (x..x + length).map(move |x| (x, y))
        });
        (side, dark.collect())
    }

    #[test]
    fn another_reader_reads_the_address() {
        for address in [
            "https://hoc.thu.test/su-kien/10-10/2028/noi/tinh-0/",
            "https://chuyen-trang.tinh.gov.test/binh-dan-hoc-vu-so/su-kien/10-10/2028/noi/mot-xa-co-ten-that-la-dai/",
        ] {
            let (side, dark) = modules(&svg(address).unwrap());
            assert!(dark.iter().all(|(x, y)| *x.min(y) >= QUIET));
            // Four dots a module, as on paper.
            let mut picture =
                rqrr::PreparedImage::prepare_from_bitmap(side * 4, side * 4, |x, y| {
                    dark.contains(&(x / 4, y / 4))
                });
            let codes = picture.detect_grids();
            assert_eq!(codes.len(), 1);
            assert_eq!(codes[0].decode().unwrap().1, address);
        }
    }

    #[test]
    fn the_image_reads_the_same() {
        let address = "https://chuyen-trang.tinh.gov.test/binh-dan-hoc-vu-so/bai-hoc/vneid/";
        let image = image(address).unwrap();
        let data = image.split("base64,").nth(1).unwrap();
        let png = STANDARD.decode(data.split('"').next().unwrap()).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(png))
            .read_info()
            .unwrap();
        let mut bits = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bits).unwrap();
        let side = info.width as usize;
        let dark = |x: usize, y: usize| bits[y * info.line_size + x / 8] & (0x80 >> (x % 8)) == 0;
        let mut picture =
            rqrr::PreparedImage::prepare_from_bitmap(side * 4, side * 4, |x, y| dark(x / 4, y / 4));
        let codes = picture.detect_grids();
        assert_eq!(codes.len(), 1);
        assert_eq!(codes[0].decode().unwrap().1, address);
        assert!(image.len() < 600, "{} bytes", image.len());
    }
}
