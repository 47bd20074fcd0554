//! The one address under which other devices of the same network reach this one.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

use anyhow::{Context as _, Result};
use fast_qr::QRBuilder;

/// The address of the interface through which this device reaches others.
///
/// # Errors
/// When it is connected to no network.
pub(super) fn address() -> Result<IpAddr> {
    // Nothing is sent: connecting such a socket only chooses the interface. The address is one for examples (RFC 5737).
    let chosen = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
        socket.local_addr()
    });
    let words = "máy này chưa nối mạng nào; nối mạng, hoặc cho biết địa chỉ: --lan 192.168.1.5 (no network; name an address)";
    Ok(chosen.context(words)?.ip())
}

/// The address as a QR code for the terminal: two rows of modules in each line, with the white margin that readers need.
pub(super) fn qr(address: &str) -> Option<String> {
    const MARGIN: usize = 2;
    let code = QRBuilder::new(address).build().ok()?;
    let size = code.size;
    let dark = |row: usize, column: usize| {
        let inside = |at: usize| at.checked_sub(MARGIN).filter(|at| *at < size);
        match (inside(row), inside(column)) {
            (Some(row), Some(column)) => code[row][column].value(),
            _ => false,
        }
    };
    let whole = size + 2 * MARGIN;
    let lines = (0..whole).step_by(2).map(|row| {
        let modules = (0..whole).map(|column| match (dark(row, column), dark(row + 1, column)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        });
        let modules: String = modules.collect();
        format!("  \x1b[30;107m{modules}\x1b[0m")
    });
    Some(lines.collect::<Vec<_>>().join("\n"))
}
