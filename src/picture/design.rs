//! How a theme wants cards to look: a drawing (`share/card.svg`) with three areas for texts, and letters (`share/letters.ttf`).

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use anyhow::{Context as _, Result, bail};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Node, Options, Paint, Tree};

use super::digest;
use super::letters::Letters;

/// How many colours of the ground are kept: the rest of a palette of 256 is for letters.
const GROUND_COLOURS: usize = 200;

/// A colour as it is written: red, green, blue.
pub(super) type Rgb = [u8; 3];

/// How cards look.
#[derive(Debug)]
pub struct Design {
    tree: Tree,
    pub(super) letters: Letters,
    /// The areas of the title, the label and the site's name.
    pub(super) areas: [Area; 3],
    pub(super) digest: String,
    ground: OnceLock<Ground>,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) colour: Rgb,
}

/// What stands behind the texts: the places of its colours in a palette.
#[derive(Debug)]
pub(super) struct Ground {
    pub(super) palette: Vec<Rgb>,
    pub(super) pixels: Vec<u8>,
}

impl Design {
    /// The size of every card, in pixels: that which Open Graph's readers show large.
    pub const SIZE: (u32, u32) = (1200, 630);
    /// The elements of the drawing that say where texts stand: rectangles, of which only place and colour count.
    const AREAS: [&str; 3] = ["title", "label", "site"];

    /// Reads a drawing and a font.
    ///
    /// # Errors
    /// When the drawing is none of the right size, lacks an area, or the font cannot be read.
    pub fn new(card: &[u8], letters: Arc<[u8]>) -> Result<Self> {
        let digest = digest(&[b"design", card, &letters]);
        let tree = Tree::from_data(card, &Options::default())?;
        let (width, height) = Self::SIZE;
        let size = tree.size();
        if (size.width(), size.height()) != (width as f32, height as f32) {
            bail!("card.svg phải rộng {width}, cao {height} (must be {width} by {height})");
        }
        let mut areas = Vec::new();
        for name in Self::AREAS {
            let area = area(&tree, name);
            areas.push(area.with_context(|| format!("card.svg thiếu hình chữ nhật một màu có id “{name}”, nằm trong hình (no rectangle of one colour with this id inside the drawing)"))?);
        }
        Ok(Self {
            tree,
            letters: Letters::new(letters).context("letters.ttf")?,
            areas: [areas[0], areas[1], areas[2]],
            digest,
            ground: OnceLock::new(),
        })
    }

    /// What stands behind the texts, drawn once.
    pub(super) fn ground(&self) -> &Ground {
        self.ground.get_or_init(|| {
            let (width, height) = Self::SIZE;
            let mut pixmap = Pixmap::new(width, height).expect("the size is not nothing");
            pixmap.fill(Color::WHITE);
            resvg::render(&self.tree, Transform::identity(), &mut pixmap.as_mut());
            Ground::of(&pixmap)
        })
    }
}

impl Ground {
    /// The colours that are seen most; each of the others becomes the nearest of these.
    fn of(pixmap: &Pixmap) -> Self {
        let colours = pixmap.data().chunks_exact(4).map(|p| [p[0], p[1], p[2]]);
        let mut seen: BTreeMap<Rgb, usize> = BTreeMap::new();
        for colour in colours.clone() {
            *seen.entry(colour).or_default() += 1;
        }
        let mut palette: Vec<Rgb> = seen.keys().copied().collect();
        palette.sort_by_key(|colour| std::cmp::Reverse(seen[colour]));
        palette.truncate(GROUND_COLOURS);
        let places = seen.keys().map(|&colour| {
            let nearest = (0..palette.len()).min_by_key(|&at| distance(palette[at], colour));
            (colour, nearest.unwrap_or(0) as u8)
        });
        let places: BTreeMap<Rgb, u8> = places.collect();
        Self {
            pixels: colours.map(|colour| places[&colour]).collect(),
            palette,
        }
    }
}

fn distance(a: Rgb, b: Rgb) -> u32 {
    let parts = a.iter().zip(b);
    parts.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

/// The area called `name`, if it lies inside the drawing.
fn area(tree: &Tree, name: &str) -> Option<Area> {
    let Node::Path(path) = tree.node_by_id(name)? else {
        return None;
    };
    let Paint::Color(colour) = path.fill()?.paint() else {
        return None;
    };
    let bounds = path.abs_bounding_box();
    let (width, height) = Design::SIZE;
    let inside = bounds.left() >= 0.0
        && bounds.top() >= 0.0
        && bounds.right() <= width as f32
        && bounds.bottom() <= height as f32
        && bounds.width() >= 1.0
        && bounds.height() >= 1.0;
    inside.then(|| Area {
        left: bounds.left() as u32,
        top: bounds.top() as u32,
        width: bounds.width() as u32,
        height: bounds.height() as u32,
        colour: [colour.red, colour.green, colour.blue],
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    const CARD: &[u8] = include_bytes!("../../themes/default/share/card.svg");
    const LETTERS: &[u8] = include_bytes!("../../themes/default/share/letters.ttf");

    pub(crate) fn letters() -> Letters {
        Letters::new(LETTERS.into()).unwrap()
    }

    pub(crate) fn design() -> Arc<Design> {
        Arc::new(Design::new(CARD, LETTERS.into()).unwrap())
    }

    /// One that stays when the stock theme gets another look.
    pub(crate) fn plain() -> Arc<Design> {
        let card = br##"<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="#fff"/>
<circle cx="900" cy="500" r="99.5" fill="#08c"/><rect id="title" x="20" y="90" width="1100" height="300" visibility="hidden"/>
<rect id="label" x="20" y="20" width="900" height="60" fill="#08c" visibility="hidden"/><rect id="site" x="20" y="500" width="700" height="70" visibility="hidden"/></svg>"##;
        Arc::new(Design::new(card, LETTERS.into()).unwrap())
    }

    #[test]
    fn every_vietnamese_letter_can_be_written() {
        let letters = letters();
        let vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";
        for text in [vowels, &vowels.to_uppercase(), "0123456789 «“”–…%/,.:;()?!"] {
            assert_eq!(letters.writable(text).as_deref(), Some(text));
        }
        assert_eq!(letters.writable("Chợ 🎉 số").as_deref(), Some("Chợ số"));
        assert_eq!(letters.writable("ភាសាខ្មែរ"), None);
    }

    #[test]
    fn pairs_stand_closer() {
        let letters = letters();
        let apart = letters.width("T") + letters.width("ổ");
        assert!(letters.width("Tổ") < apart - 0.02);
    }

    #[test]
    fn what_is_no_design_is_refused() {
        let refused = |card: &str, letters: &[u8]| {
            let error = Design::new(card.as_bytes(), letters.into()).unwrap_err();
            format!("{error:#}")
        };
        let card = String::from_utf8_lossy(CARD);
        assert!(refused("", LETTERS).len() > 5);
        assert!(
            refused(&card.replace("width=\"1200\"", "width=\"1201\""), LETTERS).contains("1200")
        );
        assert!(
            refused(&card.replace("id=\"label\"", "id=\"lable\""), LETTERS).contains("“label”")
        );
        assert!(refused(&card, b"no font").contains("letters.ttf"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn any_bytes_are_a_design_or_none(card in prop::collection::vec(any::<u8>(), 0..200), cut in 0..LETTERS.len(), at in 0..LETTERS.len(), byte in any::<u8>()) {
            drop(Design::new(&card, LETTERS.into()));
            let mut letters = LETTERS[..cut.max(at + 1)].to_vec();
            letters[at] = byte;
            if let Ok(letters) = Letters::new(letters.into()) {
                let mut path = resvg::tiny_skia::PathBuilder::new();
                letters.outline("Chợ số", 0.0, 10.0, 10.0, &mut path);
                letters.width("Chợ số");
            }
        }
    }
}
