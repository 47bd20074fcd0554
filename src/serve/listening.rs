//! Where browsers find the preview.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener};

use anyhow::{Context as _, Result, bail};

/// The port that is tried first when none is asked for.
const FIRST_PORT: u16 = 1111;
/// How many are tried.
const PORTS: u16 = 100;

/// A socket that listens.
#[derive(Debug)]
pub(super) struct Listening {
    pub(super) listener: TcpListener,
    at: SocketAddr,
}

impl Listening {
    /// Listens on `port`, or on the first free one.
    ///
    /// # Errors
    /// When the port is taken or the machine refuses.
    pub(super) fn open(ip: IpAddr, port: Option<u16>) -> Result<Self> {
        let ports = match port {
            Some(port) => port..=port,
            None => FIRST_PORT..=FIRST_PORT + PORTS,
        };
        for candidate in ports {
            match TcpListener::bind((ip, candidate)) {
                Ok(listener) => {
                    let at = listener.local_addr().context("socket")?;
                    return Ok(Self { listener, at });
                }
                Err(error) if error.kind() == ErrorKind::AddrInUse => {}
                Err(error) => return Err(error).with_context(|| format!("{ip}:{candidate}")),
            }
        }
        match port {
            Some(port) => bail!(
                "cổng {port} đang có chương trình khác dùng; bỏ --port để tự chọn, hoặc chọn cổng khác (port {port} is taken)"
            ),
            None => bail!(
                "các cổng từ {FIRST_PORT} đều đang được dùng; chọn một cổng bằng --port (no free port)"
            ),
        }
    }

    /// The address of the home page.
    pub(super) fn address(&self) -> String {
        format!("http://{}/", self.at)
    }

    /// The names under which it may be asked.
    pub(super) fn hosts(&self) -> Vec<String> {
        let port = self.at.port();
        let mut hosts = vec![self.at.to_string()];
        if self.at.ip().is_loopback() {
            hosts.push(format!("localhost:{port}"));
        }
        if port == 80 {
            hosts.extend([self.at.ip().to_string(), "localhost".to_owned()]);
        }
        hosts
    }
}
