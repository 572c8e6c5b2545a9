//! What a file weighs on its way to a browser.

use anyhow::{Result, bail};
use brotli::enc::BrotliEncoderParams;
use std::path::Path;

/// Files of this kind get smaller by compressing; pictures and web fonts are compressed already.
pub fn is_compressible(name: &str) -> bool {
    [".wasm", ".js", ".css", ".svg", ".ttf", ".txt", ".bin"].iter().any(|end| name.ends_with(end))
}

/// A file compressed as small as it gets, which the server then need not do for every visitor.
///
/// It takes seconds for a large module, so what an earlier build left at `path` is taken instead: the name carries a hash of
/// the content.
pub fn compressed(content: &[u8], path: &Path) -> Result<Vec<u8>> {
    if let Ok(earlier) = std::fs::read(path) {
        return Ok(earlier);
    }
    let mut small = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &content[..], &mut small, &parameters)?;
    // Under another name first: a build that was broken off must leave no half file.
    let unfinished = path.with_extension("unfinished");
    std::fs::write(&unfinished, &small)?;
    std::fs::rename(&unfinished, path)?;
    Ok(small)
}

/// Fails when `weights` (names and compressed bytes) are more than a budget of kilobytes.
pub fn check(kilobytes: usize, weights: &[(&str, usize)]) -> Result<()> {
    let sum: usize = weights.iter().map(|(_, bytes)| bytes).sum();
    let each: Vec<String> = weights.iter().map(|(name, bytes)| format!("{name} {:.1}", *bytes as f64 / 1e3)).collect();
    let told = format!("{} = {:.1} kB of {kilobytes} kB", each.join(" + "), sum as f64 / 1e3);
    if sum > kilobytes * 1_000 {
        bail!("too heavy, compressed: {told}");
    }
    println!("{told}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_for_all_its_files_together() {
        assert!(check(1, &[("a.js", 400), ("a.wasm", 600)]).is_ok());
        let error = check(1, &[("a.js", 401), ("a.wasm", 600)]).unwrap_err().to_string();
        assert!(error.contains("a.js 0.4 + a.wasm 0.6"), "{error}");
    }
}
