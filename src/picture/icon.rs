//! The mark of a site as programs want it that cannot read drawings: for old browsers (ICO) and for the home screen of a phone.

use anyhow::{Context as _, Result};
use ico::{IconDir, IconDirEntry, IconImage, ResourceType};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::{digest, png};

/// The mark of a site.
#[derive(Debug)]
pub struct Mark {
    tree: Tree,
    digest: String,
}

/// The forms of the mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// `favicon.ico`, with the sizes of a list and of a tab.
    Favicon,
    /// `apple-touch-icon.png`, which phones round off themselves.
    Touch,
}

impl Icon {
    /// Every form with the name of its file.
    pub const ALL: [(Self, &'static str); 2] = [
        (Self::Favicon, "favicon.ico"),
        (Self::Touch, "apple-touch-icon.png"),
    ];
    /// Width and height of the icon for phones.
    pub const TOUCH: u32 = 180;
    /// Those of the icon for old browsers.
    const FAVICON: [u32; 2] = [16, 32];
}

impl Mark {
    /// Reads a drawing.
    ///
    /// # Errors
    /// When it is none.
    pub fn new(svg: &[u8]) -> Result<Self> {
        Ok(Self {
            tree: Tree::from_data(svg, &Options::default()).context("favicon.svg")?,
            digest: digest(&[b"mark", svg]),
        })
    }

    pub(super) fn key(&self, icon: Icon) -> String {
        let (_, name) = Icon::ALL[icon as usize];
        digest(&[name.as_bytes(), self.digest.as_bytes()])
    }

    pub(super) fn draw(&self, icon: Icon) -> Vec<u8> {
        match icon {
            Icon::Favicon => self.favicon(),
            Icon::Touch => {
                let side = Icon::TOUCH;
                png::of_pixels((side, side), &self.filled(side))
            }
        }
    }

    fn favicon(&self) -> Vec<u8> {
        let mut folder = IconDir::new(ResourceType::Icon);
        for side in Icon::FAVICON {
            let image = IconImage::from_rgba_data(side, side, straight(&self.drawn(side)));
            let entry = IconDirEntry::encode(&image).expect("it is small and memory takes it");
            folder.add_entry(entry);
        }
        let mut bytes = Vec::new();
        folder.write(&mut bytes).expect("memory takes it");
        bytes
    }

    fn drawn(&self, side: u32) -> Pixmap {
        let mut pixmap = Pixmap::new(side, side).expect("the size is not nothing");
        self.draw_on(&mut pixmap);
        pixmap
    }

    fn draw_on(&self, pixmap: &mut Pixmap) {
        let size = self.tree.size();
        let scale = pixmap.width() as f32 / size.width().max(size.height());
        let transform = Transform::from_scale(scale, scale);
        resvg::render(&self.tree, transform, &mut pixmap.as_mut());
    }

    /// With the colour that the mark has at its upper edge where it leaves corners free: a phone would fill them with black.
    fn filled(&self, side: u32) -> Vec<u8> {
        let edge = self.drawn(side).pixel(side / 2, 1);
        let edge = edge.filter(|edge| edge.is_opaque());
        let ground = edge.map_or(Color::WHITE, |edge| {
            Color::from_rgba8(edge.red(), edge.green(), edge.blue(), 255)
        });
        let mut pixmap = Pixmap::new(side, side).expect("the size is not nothing");
        pixmap.fill(ground);
        self.draw_on(&mut pixmap);
        straight(&pixmap)
    }
}

/// Red, green, blue and alpha of each pixel, the colours not darkened by alpha.
fn straight(pixmap: &Pixmap) -> Vec<u8> {
    let pixels = pixmap.pixels().iter().map(|pixel| pixel.demultiply());
    let parts = pixels.flat_map(|p| [p.red(), p.green(), p.blue(), p.alpha()]);
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#8a1538"/></svg>"##;

    #[test]
    fn the_icon_of_a_phone_has_no_holes() {
        let bytes = Mark::new(MARK).unwrap().draw(Icon::Touch);
        let mut reader = ::png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((frame.width, frame.height), (180, 180));
        // Without an alpha channel, and of one colour up to the corners.
        assert_eq!(frame.color_type, ::png::ColorType::Rgb);
        assert!(
            pixels
                .chunks_exact(3)
                .all(|pixel| pixel == [0x8a, 0x15, 0x38])
        );
    }

    #[test]
    fn old_browsers_get_two_sizes() {
        let bytes = Mark::new(MARK).unwrap().draw(Icon::Favicon);
        let icon = IconDir::read(std::io::Cursor::new(bytes)).unwrap();
        let sizes: Vec<u32> = icon.entries().iter().map(IconDirEntry::width).collect();
        assert_eq!(sizes, [16, 32]);
        let image = icon.entries()[1].decode().unwrap();
        assert_eq!(&image.rgba_data()[..4], [0, 0, 0, 0]);
        assert!(Mark::new(b"<svg").is_err());
    }
}
