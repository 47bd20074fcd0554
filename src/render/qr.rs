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
