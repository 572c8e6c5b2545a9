//! Sets one of each sheet, for a look: `cargo run -p letter --example sheets -- FOLDER`.
//!
//! The words are samples; the product takes its own from the catalogues.

use std::{error::Error, fs, path::Path};

use letter::{
    Document, Fonts, LetterError, Paper, pdf,
    sheets::{
        self,
        spec::{Envelope, EnvelopeSize, LabelStock},
    },
};
use samples::*;

#[path = "../tests/common/arabic.rs"]
mod arabic;
#[path = "../tests/common/sheets.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("say where to: sheets FOLDER")?;
    fs::create_dir_all(&folder)?;
    let fonts = Fonts::embedded();
    for paper in Paper::ALL {
        let write = |name: &str, set: Result<Document, LetterError>| -> Result<(), Box<dyn Error>> {
            fs::write(Path::new(&folder).join(format!("{name}-{paper}.pdf")), pdf::write(&set?, &fonts)?)?;
            Ok(())
        };
        write("cover", sheets::cover(&cover(*paper), &fonts))?;
        write("case", sheets::case_sheet(&case(*paper), &fonts))?;
        write("tally", sheets::tally(&tally(*paper), &fonts))?;
        write("cards", sheets::cards(&cards(*paper), &fonts))?;
        write("petition", sheets::list(&petition(*paper), &fonts))?;
        write("poster", sheets::poster(&poster(*paper), &fonts))?;
        write("arabic-cover", sheets::cover(&arabic::cover(*paper), &fonts))?;
        write("arabic-case", sheets::case_sheet(&arabic::case(*paper), &fonts))?;
        write("arabic-tally", sheets::tally(&arabic::tally(*paper), &fonts))?;
        write("arabic-petition", sheets::list(&arabic::petition(*paper), &fonts))?;
        for labels in LabelStock::ALL.iter().filter(|labels| labels.paper == *paper) {
            write(labels.name, sheets::labels(&label_sheet(*labels), &fonts))?;
        }
    }
    for size in EnvelopeSize::ALL {
        let envelope = Envelope { stock: stock(Paper::A4), size: *size, address: address() };
        let name = size.name.replace(['/', '#'], "");
        fs::write(
            Path::new(&folder).join(format!("envelope-{name}.pdf")),
            pdf::write(&sheets::envelope(&envelope, &fonts)?, &fonts)?,
        )?;
    }
    Ok(())
}
