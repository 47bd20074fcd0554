//! Letters of a font (OpenType) as shapes: how long a line is, and its outlines. Vietnamese needs no shaping: every letter with its marks
//! is one sign of the font; pairs stand closer by its table `kern`.

use std::sync::Arc;

use anyhow::{Result, bail};
use resvg::tiny_skia::PathBuilder;
use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// A font.
#[derive(Debug, Clone)]
pub(super) struct Letters {
    bytes: Arc<[u8]>,
    /// How far a line reaches above its foot and below it, in ems.
    pub(super) above: f32,
    pub(super) below: f32,
}

impl Letters {
    /// # Errors
    /// When the bytes are no font.
    pub(super) fn new(bytes: Arc<[u8]>) -> Result<Self> {
        let face = Face::parse(&bytes, 0)?;
        let em = f32::from(face.units_per_em());
        let above = f32::from(face.ascender()) / em;
        let below = f32::from(face.descender()) / -em;
        if above + below <= 0.0 {
            bail!("phông chữ không có chiều cao (the font has no height)");
        }
        Ok(Self {
            bytes,
            above,
            below,
        })
    }

    /// The text as this font can write it, without signs that it lacks; nothing when it lacks a letter or a digit.
    pub(super) fn writable(&self, text: &str) -> Option<String> {
        let face = self.face();
        let mut written = String::new();
        for word in text.split_whitespace() {
            let start = written.len();
            for c in word.chars() {
                match face.glyph_index(c) {
                    Some(_) => written.push(c),
                    None if c.is_alphanumeric() => return None,
                    None => {}
                }
            }
            if written.len() > start {
                written.push(' ');
            }
        }
        written.pop();
        Some(written)
    }

    /// How long a line is, in ems.
    pub(super) fn width(&self, text: &str) -> f32 {
        let face = self.face();
        let glyphs = glyphs(&face, text);
        let end = glyphs.last().map_or(0, |&(glyph, at)| {
            at + i32::from(face.glyph_hor_advance(glyph).unwrap_or(0))
        });
        end as f32 / f32::from(face.units_per_em())
    }

    /// Adds the outlines of a line that begins at `x` and stands on `foot`, with an em of `size`, to `path`.
    pub(super) fn outline(&self, text: &str, x: f32, foot: f32, size: f32, path: &mut PathBuilder) {
        let face = self.face();
        let scale = size / f32::from(face.units_per_em());
        for (glyph, at) in glyphs(&face, text) {
            let x = x + at as f32 * scale;
            let mut pen = Pen {
                path: &mut *path,
                x,
                foot,
                scale,
            };
            face.outline_glyph(glyph, &mut pen);
        }
    }

    fn face(&self) -> Face<'_> {
        Face::parse(&self.bytes, 0).expect("it was read before")
    }
}

/// The signs of a line with their places, in units of the font.
fn glyphs(face: &Face, text: &str) -> Vec<(GlyphId, i32)> {
    let mut at = 0;
    let mut last: Option<GlyphId> = None;
    let glyphs = text.chars().filter_map(|c| face.glyph_index(c));
    let placed = glyphs.map(|glyph| {
        if let Some(last) = last {
            at += i32::from(face.glyph_hor_advance(last).unwrap_or(0)) + kerning(face, last, glyph);
        }
        last = Some(glyph);
        (glyph, at)
    });
    placed.collect()
}

fn kerning(face: &Face, left: GlyphId, right: GlyphId) -> i32 {
    let tables = face
        .tables()
        .kern
        .into_iter()
        .flat_map(|kern| kern.subtables);
    let mut tables = tables.filter(|table| table.horizontal && !table.variable);
    let closer = tables.find_map(|table| table.glyphs_kerning(left, right));
    closer.map_or(0, i32::from)
}

/// Puts the outline of a sign, which has its own measure and grows upwards, where it stands.
struct Pen<'p> {
    path: &'p mut PathBuilder,
    x: f32,
    foot: f32,
    scale: f32,
}

impl Pen<'_> {
    fn x(&self, x: f32) -> f32 {
        self.x + x * self.scale
    }

    fn y(&self, y: f32) -> f32 {
        self.foot - y * self.scale
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x(x), self.y(y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x(x), self.y(y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path
            .quad_to(self.x(x1), self.y(y1), self.x(x), self.y(y));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path.cubic_to(
            self.x(x1),
            self.y(y1),
            self.x(x2),
            self.y(y2),
            self.x(x),
            self.y(y),
        );
    }

    fn close(&mut self) {
        self.path.close();
    }
}
