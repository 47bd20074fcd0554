use proptest::prelude::*;

use super::*;

/// A picture that is dark on the left above and light elsewhere, so that it is seen how it lies, and of some weight.
fn pixels(width: u32, height: u32) -> Vec<u8> {
    let mut noise = 1_u32;
    let pixel = |at: u32| {
        let (x, y) = (at % width, at / width);
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let light = if x < width / 2 && y < height / 2 {
            20
        } else {
            200
        };
        let light = light + (noise >> 27) as u8;
        [light, light, light]
    };
    (0..width * height).flat_map(pixel).collect()
}

/// Notes of a camera: how the picture lies, and a place.
fn notes(orientation: u8) -> Vec<u8> {
    let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
    let head = b"MM\0\x2a\0\0\0\x08\0\x01";
    [head.as_slice(), &entry, &[0; 4], b"GPS 10.0345N 105.7876E"].concat()
}

fn jpeg(width: u16, height: u16, orientation: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    encoder.add_exif_metadata(&notes(orientation)).unwrap();
    let pixels = pixels(width.into(), height.into());
    encoder
        .encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    // As phones do: a second picture behind the first, with notes of its own.
    bytes.extend_from_slice(b"\xff\xd8\xff\xe1\0\x1cExif\0\0GPS 10.0345N 105.78");
    bytes
}

fn png(width: u32, height: u32, alpha: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, width, height);
    let kind = if alpha < 255 {
        ::png::ColorType::Rgba
    } else {
        ::png::ColorType::Rgb
    };
    encoder.set_color(kind);
    encoder
        .add_text_chunk("Comment".into(), "GPS 10.0345N".into())
        .unwrap();
    let mut pixels = pixels(width, height);
    if alpha < 255 {
        pixels = pixels
            .chunks_exact(3)
            .flat_map(|p| [p[0], p[1], p[2], alpha])
            .collect();
    }
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&pixels)
        .unwrap();
    bytes
}

fn webp(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image_webp::WebPEncoder::new(&mut bytes);
    encoder.set_exif_metadata(notes(1));
    let pixels = pixels(width, height);
    encoder
        .encode(&pixels, width, height, image_webp::ColorType::Rgb8)
        .unwrap();
    bytes
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// How light a picture is in its four corners: above left and right, below left and right.
fn corners(format: Format, bytes: &[u8]) -> [bool; 4] {
    let picture = resize::Pixels::of(format, bytes).unwrap();
    let light = |x: u32, y: u32| picture.red(x, y) > 128;
    let (right, below) = (picture.width - 8, picture.height - 8);
    [
        light(8, 8),
        light(right, 8),
        light(8, below),
        light(right, below),
    ]
}

#[test]
fn smaller_pictures_stand_upright_and_say_nothing_of_a_place() {
    // Where the dark corner is to be seen, by how the camera was held.
    let dark = [
        (1, 0),
        (2, 1),
        (3, 3),
        (4, 2),
        (5, 0),
        (6, 1),
        (7, 3),
        (8, 2),
    ];
    for (orientation, corner) in dark {
        let bytes = jpeg(500, 300, orientation);
        let photo = Photo::of(&bytes).unwrap();
        let turned = orientation >= 5;
        assert_eq!(photo.size, if turned { (300, 500) } else { (500, 300) });
        let smaller = photo.resized(&bytes, 200).unwrap();
        let size = imagesize::blob_size(&smaller).unwrap();
        assert_eq!(
            (size.width, size.height),
            if turned { (200, 333) } else { (200, 120) }
        );
        let mut light = [true; 4];
        light[corner] = false;
        assert_eq!(corners(Format::Jpeg, &smaller), light, "{orientation}");
        assert!(smaller.len() < bytes.len() && !contains(&smaller, b"GPS"));
        let plain = photo.plain(&bytes).unwrap();
        assert!(contains(&bytes, b"GPS") && !contains(&plain, b"GPS"));
        // The same picture, lying as before.
        let again = Photo::of(&plain).unwrap();
        assert_eq!((again.size, again.orientation), (photo.size, orientation));
        assert_eq!(
            resize::Pixels::of(Format::Jpeg, &plain),
            resize::Pixels::of(Format::Jpeg, &bytes)
        );
    }
}

#[test]
fn every_format_becomes_one_that_all_phones_read() {
    for (bytes, ending) in [
        (png(350, 250, 255), "jpg"),
        (png(350, 250, 99), "png"),
        (webp(350, 250), "jpg"),
    ] {
        let photo = Photo::of(&bytes).unwrap();
        assert_eq!((photo.ending(), photo.size), (ending, (350, 250)));
        let smaller = photo.resized(&bytes, 175).unwrap();
        let again = Photo::of(&smaller).unwrap();
        assert_eq!(
            (again.format.endings()[0], again.size),
            (ending, (175, 125))
        );
        let plain = photo.plain(&bytes).unwrap();
        assert!(contains(&bytes, b"GPS") && !contains(&plain, b"GPS"));
        assert_eq!(
            resize::Pixels::of(photo.format, &plain),
            resize::Pixels::of(photo.format, &bytes)
        );
    }
}

#[test]
fn no_picture_becomes_wider_and_small_ones_are_left_alone() {
    let widths = |width: u32, bytes: u64| {
        let photo = Photo {
            format: Format::Jpeg,
            size: (width, 100),
            orientation: 1,
            bytes,
            moves: false,
            seen_through: false,
        };
        photo.widths()
    };
    assert_eq!(widths(4000, 4 << 20), [400, 800, 1200]);
    assert_eq!(widths(1300, 1 << 20), [400, 800, 1200]);
    assert_eq!(widths(850, 1 << 20), [400, 850]);
    assert_eq!(widths(500, 1 << 20), [400, 500]);
    assert!(widths(480, 1 << 20).is_empty());
    assert!(widths(4000, 40 << 10).is_empty());
    // A bomb is not decoded.
    assert!(widths(400_001, 1 << 20).is_empty());
}

#[test]
fn what_is_no_whole_picture_is_told() {
    assert_eq!(Photo::of(b""), Err(Fault::NoPicture));
    assert_eq!(Photo::of(b"\0\0\0\x18ftypheic"), Err(Fault::NoPicture));
    for whole in [jpeg(60, 40, 6), png(60, 40, 255), webp(60, 40)] {
        assert!(Photo::of(&whole).is_ok());
        for len in [12, 30, whole.len() / 4, whole.len() / 2] {
            assert_eq!(Photo::of(&whole[..len]), Err(Fault::CutOff), "{len}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_survived(which in 0..4_usize, at in prop::collection::vec(any::<prop::sample::Index>(), 0..6), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = match which {
            0 => jpeg(60, 40, 6),
            1 => png(60, 40, 99),
            2 => webp(60, 40),
            _ => b"GIF89a\x01\0\x01\0".to_vec(),
        };
        for at in &at {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let whole = bytes.clone();
        bytes.truncate(cut.index(bytes.len()) + 1);
        for bytes in [bytes, whole] {
            if let Ok(photo) = Photo::of(&bytes) {
                let file = std::path::PathBuf::new();
                let picture = crate::picture::Picture::Photo { file, photo, width: Some(20) };
                prop_assert!(!picture.draw(&bytes).is_empty());
            }
        }
    }
}
