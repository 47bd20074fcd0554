//! What stands for a page where it is shared: its title, what it belongs to, the name and mark of the site.

use std::sync::Arc;

use resvg::tiny_skia::{FillRule, Mask, PathBuilder, Transform};

use super::design::{Area, Design, Ground, Rgb};
use super::setting::{Room, Setting, set};
use super::{digest, png};

/// How many steps lead from the ground to the colour of letters: enough for smooth edges, few enough for small files.
const STEPS: u32 = 7;

/// A card.
#[derive(Debug, Clone)]
pub struct Card {
    design: Arc<Design>,
    /// The title, the label and the name of the site, as the font can write them.
    texts: [String; 3],
}

impl Card {
    /// The card of a page. A title that the font cannot write gives way to the name of the site, a label to nothing.
    pub fn new(design: &Arc<Design>, title: &str, label: &str, site: &str) -> Self {
        let writable = |text: &str| design.letters.writable(text);
        let site = writable(site).unwrap_or_default();
        let title = writable(title).unwrap_or_else(|| site.clone());
        Self {
            texts: [title, writable(label).unwrap_or_default(), site],
            design: design.clone(),
        }
    }

    /// What it says, for those who cannot see it.
    pub fn alt(&self) -> String {
        let said = self.texts.iter().filter(|text| !text.is_empty());
        let mut said: Vec<&str> = said.map(String::as_str).collect();
        said.dedup();
        said.join(" – ")
    }

    /// Tells it from one that is drawn otherwise: eight digits.
    pub fn version(&self) -> String {
        self.key()[..8].to_owned()
    }

    pub(super) fn key(&self) -> String {
        let [title, label, site] = self.texts.each_ref().map(|text| text.as_bytes());
        digest(&[b"card", self.design.digest.as_bytes(), title, label, site])
    }

    pub(super) fn draw(&self) -> Vec<u8> {
        let Ground { palette, pixels } = self.design.ground();
        let (mut palette, mut pixels) = (palette.clone(), pixels.clone());
        for ((text, area), is_title) in self
            .texts
            .iter()
            .zip(&self.design.areas)
            .zip([true, false, false])
        {
            let ground = palette[usize::from(pixels[start(area)])];
            let first = palette.len();
            palette.extend((1..=STEPS).map(|step| between(ground, area.colour, step)));
            let mask = self.written(text, area, is_title);
            let rows = mask.data().chunks_exact(area.width as usize);
            for (row, covers) in rows.enumerate() {
                let at = start(area) + row * Design::SIZE.0 as usize;
                for (pixel, &cover) in pixels[at..].iter_mut().zip(covers) {
                    let step = (u32::from(cover) * STEPS + 127) / 255;
                    if step > 0 {
                        *pixel = (first + step as usize - 1) as u8;
                    }
                }
            }
        }
        png::of_palette(Design::SIZE, &palette, &pixels)
    }

    /// How much letters cover of each pixel of their area.
    fn written(&self, text: &str, area: &Area, is_title: bool) -> Mask {
        let letters = &self.design.letters;
        let line = letters.above + letters.below;
        let (width, height) = (area.width as f32, area.height as f32);
        // A title may have two large lines or eight small ones, the others one.
        let lines = if is_title { (2.2, 8.0) } else { (1.0, 1.6) };
        let room = Room {
            width,
            height,
            largest: height / line / lines.0,
            smallest: height / line / lines.1,
        };
        let Setting { lines, size } = set(text, letters, room);
        let mut top = (height - lines.len() as f32 * line * size) / 2.0;
        let mut path = PathBuilder::new();
        for text in &lines {
            letters.outline(text, 0.0, top + letters.above * size, size, &mut path);
            top += line * size;
        }
        let mut mask = Mask::new(area.width, area.height).expect("an area is not nothing");
        // No letters, no path.
        if let Some(path) = path.finish() {
            mask.fill_path(&path, FillRule::Winding, true, Transform::identity());
        }
        mask
    }
}

/// The first pixel of an area.
fn start(area: &Area) -> usize {
    (area.top * Design::SIZE.0 + area.left) as usize
}

/// The colour `step` steps on the way from one to another.
fn between(from: Rgb, to: Rgb, step: u32) -> Rgb {
    let part = |at: usize| {
        let (from, to) = (u32::from(from[at]), u32::from(to[at]));
        ((from * (STEPS - step) + to * step + STEPS / 2) / STEPS) as u8
    };
    [part(0), part(1), part(2)]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sha2::{Digest as _, Sha256};

    use super::*;
    use crate::picture::design::tests::{design, plain};

    #[test]
    fn the_same_card_is_the_same_bytes_on_every_machine() {
        let text = "Chợ số ở xã: “ẵ Ễ ỷ” 10/10";
        let card = Card::new(&plain(), text, "Mô hình", "Bình dân học vụ số");
        let digest = Sha256::digest(card.draw());
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        // Who changes this on purpose raises the version of pictures, or cards of the last output are kept.
        let known = "1bb29f9a686c2e0aeeeb35a741202ada95b0b9f6060a90d676b55c979db4c3f3";
        assert_eq!(digest, known);
    }

    #[test]
    fn a_title_that_cannot_be_written_gives_way_to_the_site() {
        let card = Card::new(&design(), "ភាសាខ្មែរ", "ខ្មែរ", "Học số");
        assert_eq!(card.alt(), "Học số");
        assert_ne!(card.key(), Card::new(&design(), "", "", "Học số").key());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn any_text_can_be_drawn(title in "\\PC{0,300}", label in "\\PC{0,80}", site in "\\PC{0,80}") {
            let bytes = Card::new(&design(), &title, &label, &site).draw();
            let size = imagesize::blob_size(&bytes).unwrap();
            prop_assert_eq!((size.width, size.height), (1200, 630));
        }
    }
}
