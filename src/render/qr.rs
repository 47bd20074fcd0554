//! A code (ISO/IEC 18004) that leads a phone to an address, as a small SVG.

use std::fmt::Write as _;

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

#[cfg(test)]
mod tests {
    use super::{QUIET, svg};

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
}
