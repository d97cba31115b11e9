//! One constructed style sheet for all exercises: it needs no `style-src` of the
//! page's policy, and the browser parses it once.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::js_sys::Array;
use web_sys::{CssStyleSheet, ShadowRoot};

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));

thread_local! {
    static SHEET: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
}

/// Gives a shadow root the style of all exercises.
///
/// # Errors
/// What the browser throws where neither a constructed sheet nor a `<style>` works.
pub fn adopt(root: &ShadowRoot) -> Result<(), JsValue> {
    let known = SHEET.with_borrow(Clone::clone);
    let sheet = match known {
        Some(sheet) => Ok(sheet),
        None => make(),
    };
    match sheet {
        Ok(sheet) => {
            root.set_adopted_style_sheets(&Array::of1(&sheet));
            SHEET.set(Some(sheet));
            Ok(())
        }
        // Safari before 16.4 has no constructed style sheets.
        Err(_) => {
            let style = super::document().create_element("style")?;
            style.set_text_content(Some(STYLE));
            root.append_child(&style)?;
            Ok(())
        }
    }
}

fn make() -> Result<CssStyleSheet, JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(STYLE)?;
    Ok(sheet)
}
