//! Not a test: writes pictures of the gallery and of every step of every exercise, also
//! in every theme, to `target/screenshots`, to be looked at.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::Case;
use crate::browser::{Need, Stage, Wish};
use crate::exercise::Exercise;
use crate::pages::{self, FLOWS};
use crate::site::Site;
use crate::tab::Tab;
use crate::themes::{self, STILL, THEMES};
use crate::walks;

pub fn all() -> Vec<Case> {
    let case = |name: &str, run| Case {
        name: name.into(),
        run,
        ignored: true,
        needs: Some(Need::Cdp),
    };
    vec![
        case("screenshots", |stage| Box::pin(screenshots(stage))),
        case("screenshots_of_themes", |stage| Box::pin(of_themes(stage))),
    ]
}

/// A reader's settings. Without motion, each picture is the same every time.
struct View {
    name: &'static str,
    width: u32,
    wish: Wish,
    large: bool,
}

const PLAIN: View = View {
    name: "720",
    width: 720,
    wish: STILL,
    large: false,
};

const VIEWS: [View; 5] = [
    View {
        name: "360",
        width: 360,
        ..PLAIN
    },
    PLAIN,
    View {
        name: "dark",
        wish: Wish {
            dark: true,
            ..STILL
        },
        ..PLAIN
    },
    View {
        name: "forced-colors",
        wish: Wish {
            forced_colors: true,
            ..STILL
        },
        ..PLAIN
    },
    View {
        name: "large-text",
        width: 360,
        large: true,
        ..PLAIN
    },
];

async fn screenshots(stage: &Stage) {
    let site = Site::start().await;
    serve_gallery(&site);
    site.page("/", &pages::page(&pages::three()));
    for view in VIEWS {
        let folder = folder(view.name);
        let tab = stage.tab_with(view.wish).await;
        // A picture has no scroll bar; without it in the window, too, nothing shifts.
        let hidden = json!({ "hidden": true });
        tab.cdp("Emulation.setScrollbarsHidden", hidden).await;
        tab.width(view.width).await;
        open(&tab, &site.url("/interlude/"), view.large).await;
        tab.js("scrollTo(0, 0)", json!([])).await;
        picture(&tab, &folder.join("gallery.png"), None).await;
        open(&tab, &site.url("/"), view.large).await;
        for name in FLOWS {
            let exercise = Exercise::named(&tab, name).await;
            for (i, step) in walks::steps(name).iter().enumerate() {
                step.take(&exercise).await;
                let file = format!("{name}-{:02}-{}.png", i + 1, step.name);
                picture(&tab, &folder.join(file), Some(&exercise.at)).await;
            }
        }
        stage.close().await;
    }
}

/// Opens a page, in text of twice the size where that is wanted, and waits for its exercises.
async fn open(tab: &Tab, url: &str, is_large: bool) {
    tab.open(url).await;
    if is_large {
        let large = "document.documentElement.style.fontSize = '200%'";
        tab.js(large, json!([])).await;
    }
    for name in FLOWS {
        Exercise::named(tab, name).await;
    }
}

/// Each exercise in each theme, narrow and wide.
async fn of_themes(stage: &Stage) {
    let site = Site::start().await;
    site.page("/", &themes::post(&pages::three()));
    for width in [360, 760] {
        let tab = stage.tab_with(STILL).await;
        tab.width(width).await;
        tab.open(&site.url("/")).await;
        for name in FLOWS {
            let exercise = Exercise::named(&tab, name).await;
            for (i, step) in walks::steps(name).iter().enumerate() {
                step.take(&exercise).await;
                for (theme, sheet) in THEMES {
                    let put = [themes::PUT, "put(...arguments)"].concat();
                    tab.js(&put, json!([theme, sheet])).await;
                    let folder = folder(&format!("theme-{theme}-{width}"));
                    let file = format!("{name}-{:02}-{}.png", i + 1, step.name);
                    picture(&tab, &folder.join(file), Some(&exercise.at)).await;
                }
                let bare = [themes::PUT, "put('', '')"].concat();
                tab.js(&bare, json!([])).await;
            }
        }
        stage.close().await;
    }
}

fn folder(view: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/screenshots").join(view);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The gallery as it is published: beside the release files, with its style.
fn serve_gallery(site: &Site) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let gallery = fs::read_to_string(root.join("index.html")).unwrap();
    let style = "<link rel=\"stylesheet\" href=\"gallery.css\">\n</head>";
    site.page("/interlude/", &gallery.replacen("</head>", style, 1));
    site.file("/interlude/gallery.css", "text/css", "style/gallery.css");
    site.page("/interlude/post.html", &pages::bare(""));
}

/// A picture of the whole page, or of one element with a little around it.
async fn picture(tab: &Tab, file: &Path, selector: Option<&str>) {
    let script = "const el = arguments[0] ? document.querySelector(arguments[0]) : document.documentElement;
        const { left, top, width, height } = el.getBoundingClientRect();
        const room = arguments[0] ? 16 : 0;
        return { x: left + scrollX - room, y: top + scrollY - room, width: width + 2 * room, height: height + 2 * room, scale: 1 }";
    let clip = tab.js(script, json!([selector])).await;
    let params = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let shot = tab.cdp("Page.captureScreenshot", params).await;
    fs::write(file, decode(shot["data"].as_str().unwrap())).unwrap();
}

/// Base64 (RFC 4648), as the browser gives pictures.
fn decode(text: &str) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let six = |byte: u8| {
        SIGNS
            .iter()
            .position(|sign| *sign == byte)
            .map(|at| at as u32)
    };
    let bits: Vec<u32> = text.bytes().filter_map(six).collect();
    let mut out = Vec::new();
    for four in bits.chunks(4) {
        let whole = four.iter().fold(0, |all, six| all << 6 | six) << (6 * (4 - four.len()));
        let bytes = [whole >> 16, whole >> 8, whole];
        out.extend(bytes.iter().take(four.len() - 1).map(|byte| *byte as u8));
    }
    out
}
