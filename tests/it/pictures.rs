//! Pictures that are drawn: what pages say of them, when they are drawn again, and that a preview shows the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use loa::render::Content;
use loa::serve::{Answer, Shown};
use loa::session::Compiled;
use loa::write::{Staging, Written};

use crate::support::{options, session};

/// A home page, a section and two articles in the stock theme.
fn compiled(title: &str, more: &str) -> Compiled {
    let page = |title: &str| format!("---\ntitle: {title}\ndescription: Để thử\n---\nChữ.\n");
    let config = format!("title: Học số\ndescription: Để thử\n{more}");
    let files = [
        ("content/site.yaml", config),
        ("content/_index.md", page("Trang chủ")),
        ("content/tin/_index.md", page("Tin tức")),
        ("content/tin/mot.md", page(title)),
        ("content/tin/hai.md", page("Hai")),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes()));
    session(&files, &options()).compile().unwrap()
}

fn build(compiled: &mut Compiled, output: &Path) -> Written {
    let staging = Staging::open(output).unwrap();
    compiled.render(|output| staging.put(&output)).unwrap();
    staging.finish().unwrap()
}

/// The times of all cards of an output.
fn cards(output: &Path) -> BTreeMap<String, SystemTime> {
    let files = walkdir::WalkDir::new(output)
        .into_iter()
        .map(Result::unwrap);
    let cards = files.filter(|file| file.file_name() == "chia-se.png");
    let times = cards.map(|card| {
        let path = card.path().strip_prefix(output).unwrap();
        let path = path.to_string_lossy().replace('\\', "/");
        (path, card.metadata().unwrap().modified().unwrap())
    });
    times.collect()
}

/// Marks the pictures of an output, so that one that is drawn again is known by its time.
fn set_back(output: &Path) -> SystemTime {
    let then = SystemTime::now() - Duration::from_secs(3600);
    for card in cards(output).keys() {
        let file = fs::File::options().append(true).open(output.join(card));
        file.unwrap().set_modified(then).unwrap();
    }
    cards(output)["tin/hai/chia-se.png"]
}

#[test]
fn every_page_that_is_shared_names_its_card() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("out");
    build(
        &mut compiled("Bán hàng & “số”", "base_url: https://a.example/b/\n"),
        &output,
    );
    let page = fs::read_to_string(output.join("tin/mot/index.html")).unwrap();
    let (_, card) = page.split_once("property=\"og:image\" content=\"").unwrap();
    assert!(
        card.starts_with("https://a.example/b/tin/mot/chia-se.png?v="),
        "{card}"
    );
    for said in [
        "og:image:width\" content=\"1200\"",
        "og:image:height\" content=\"630\"",
        "og:image:alt\" content=\"Bán hàng &amp; “số” – Tin tức – Học số\"",
        "twitter:card\" content=\"summary_large_image\"",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let bytes = fs::read(output.join("tin/mot/chia-se.png")).unwrap();
    let size = imagesize::blob_size(&bytes).unwrap();
    assert_eq!((size.width, size.height), (1200, 630));
    assert!(bytes.len() < 30_000, "{}", bytes.len());
    let unknown = fs::read_to_string(output.join("404.html")).unwrap();
    assert!(!unknown.contains("og:image"));
}

#[test]
fn a_card_is_drawn_again_only_when_something_on_it_changed() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("out");
    build(&mut compiled("Một", ""), &output);
    let then = set_back(&output);
    let written = build(&mut compiled("Một", ""), &output);
    assert_eq!((written.written, written.removed), (0, 0));
    assert!(cards(&output).values().all(|time| *time == then));
    // Another title: one card. What it says of the page is in no other page's card.
    build(&mut compiled("Một khác", ""), &output);
    let drawn = cards(&output);
    let drawn = drawn
        .iter()
        .filter(|(_, time)| **time != then)
        .map(|(path, _)| path.as_str());
    assert_eq!(drawn.collect::<Vec<_>>(), ["tin/mot/chia-se.png"]);
    // One that somebody touched is mended.
    let touched = output.join("tin/hai/chia-se.png");
    let good = fs::read(&touched).unwrap();
    fs::remove_file(&touched).unwrap();
    fs::write(&touched, "touched").unwrap();
    build(&mut compiled("Một khác", ""), &output);
    assert_eq!(fs::read(&touched).unwrap(), good);
}

#[test]
fn cards_can_be_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("out");
    build(&mut compiled("Một", "share_pictures: false\n"), &output);
    assert!(cards(&output).is_empty());
    let page = fs::read_to_string(output.join("tin/mot/index.html")).unwrap();
    assert!(!page.contains("og:image") && page.contains("content=\"summary\""));
}

#[test]
fn a_preview_shows_the_same_cards() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("out");
    build(&mut compiled("Một", ""), &output);
    // No page was asked for before.
    let shown = Shown::new(Arc::new(compiled("Một", ""))).unwrap();
    for path in [
        "/chia-se.png",
        "/tin/mot/chia-se.png",
        "/tim-kiem/chia-se.png",
    ] {
        let Ok(Answer::Output(answer)) = shown.answer(path) else {
            panic!("{path} is not answered");
        };
        let Content::Picture(picture) = answer.content else {
            panic!("{path} is no picture");
        };
        assert!(
            picture.draw(&[]) == fs::read(output.join(answer.path)).unwrap(),
            "{path}"
        );
    }
}

/// A screen of a phone as PNG, 850 by 400: noise, so that it has some weight.
fn screen() -> Vec<u8> {
    let mut noise = 7_u32;
    let pixels = (0..850 * 400 * 3).map(|_| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (noise >> 24) as u8
    });
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 850, 400);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&pixels.collect::<Vec<u8>>())
        .unwrap();
    writer.finish().unwrap();
    bytes
}

#[test]
fn a_photograph_comes_in_several_widths() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let content = root.join("content/bai");
    fs::create_dir_all(&content).unwrap();
    fs::write(
        root.join("content/site.yaml"),
        "title: Học số\ndescription: Để thử\n",
    )
    .unwrap();
    let text = "---\ntitle: Bài\ndescription: Để thử\n---\n![Màn hình](màn hình.png)\n\n![Màn hình khác](man.png)\n";
    fs::write(
        content.join("bai.md"),
        text.replace("màn hình.png", "m%C3%A0n-1.png"),
    )
    .unwrap();
    fs::write(content.join("màn-1.png"), screen()).unwrap();
    fs::write(content.join("man.png"), screen()).unwrap();
    let output = root.join("out");
    let open = || loa::session::open(root, &options()).unwrap();
    build(&mut open(), &output);
    let page = fs::read_to_string(output.join("bai/bai/index.html")).unwrap();
    let pictures: Vec<&str> = page.lines().filter(|line| line.contains("<img")).collect();
    assert_eq!(
        pictures,
        [
            "<p><img src=\"../../bai/m%C3%A0n-1.850w.jpg\" srcset=\"../../bai/m%C3%A0n-1.400w.jpg 400w, ../../bai/m%C3%A0n-1.850w.jpg 850w\" sizes=\"(min-width: 40rem) 38rem, calc(100vw - 2rem)\" alt=\"Màn hình\" width=\"850\" height=\"400\"></p>",
            "<p><img src=\"../../bai/man.850w.jpg\" srcset=\"../../bai/man.400w.jpg 400w, ../../bai/man.850w.jpg 850w\" sizes=\"(min-width: 40rem) 38rem, calc(100vw - 2rem)\" alt=\"Màn hình khác\" width=\"850\" height=\"400\" loading=\"lazy\"></p>",
        ]
    );
    let smaller = output.join("bai/man.400w.jpg");
    let size = imagesize::size(&smaller).unwrap();
    assert_eq!((size.width, size.height), (400, 188));
    // What a preview answers is what was built; what did not change is kept.
    let shown = Shown::new(Arc::new(open())).unwrap();
    let Ok(Answer::Output(answer)) = shown.answer("/bai/man.400w.jpg") else {
        panic!("it is not answered");
    };
    let Content::Picture(picture) = answer.content else {
        panic!("it is no picture");
    };
    let drawn = picture.draw(&fs::read(content.join("man.png")).unwrap());
    assert!(drawn == fs::read(&smaller).unwrap());
    let before = smaller.metadata().unwrap().modified().unwrap();
    let written = build(&mut open(), &output);
    assert_eq!((written.written, written.removed), (0, 0));
    assert_eq!(smaller.metadata().unwrap().modified().unwrap(), before);
}
