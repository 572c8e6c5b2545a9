//! The stylesheet: one file from many.

use anyhow::{Result, anyhow};
use lightningcss::{
    bundler::{Bundler, FileProvider},
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions},
};
use std::path::Path;

/// Follows every `@import` and returns one minified stylesheet.
///
/// It will lie at another address than its parts, so fonts and pictures are named by the built address
/// (`/pkg/fonts/x.woff2`); the short form `fonts/x.woff2` is understood too.
pub fn bundle(main: &Path) -> Result<String> {
    let files = FileProvider::new();
    // The errors borrow from the provider, so they become text here.
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(main)
        .map_err(|error| anyhow!("{}: {error}", main.display()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| anyhow!("{}: {error}", main.display()))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    let css = printed.map_err(|error| anyhow!("{}: {error}", main.display()))?.code;
    Ok(["fonts/", "pictures/"].iter().fold(css, |css, folder| {
        css.replace(&format!("url({folder}"), &format!("url(/pkg/{folder}"))
            .replace(&format!("url(../{folder}"), &format!("url(/pkg/{folder}"))
    }))
}
