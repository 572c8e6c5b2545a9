//! A report's numbers: from the form's own fields, or from a table, which then stands alone.

use std::collections::BTreeMap;

use app::attempts::ReportForm;
use domain::{
    Slug,
    action::Kind,
    field::{FieldError, Rule},
    report::NewLine,
};
use engine::{
    EngineError,
    reports::{CsvLines, PackReport, read_csv},
};

/// The lines, with what names them in the form.
pub enum Numbers {
    /// Each with its field.
    Fields(Vec<(String, NewLine)>),
    /// Each with its row.
    Table(CsvLines),
}

impl Numbers {
    /// Reads them. `names` are the names of cases, in small letters.
    pub fn read(
        page: &PackReport,
        form: &ReportForm,
        names: &BTreeMap<String, Slug>,
        wrong: &mut Vec<FieldError>,
    ) -> Self {
        if form.table.trim().is_empty() {
            return Self::Fields(fields(page, form, wrong));
        }
        match read_csv(form.table.as_bytes(), names) {
            Ok(table) => {
                if table.lines.is_empty() {
                    wrong.push(FieldError::new("table", Rule::NoLines));
                }
                Self::Table(table)
            }
            Err(errors) => {
                wrong.extend(errors.into_iter().map(of_table));
                Self::Table(CsvLines::default())
            }
        }
    }

    /// The lines alone.
    pub fn lines(&self) -> Vec<NewLine> {
        match self {
            Self::Fields(lines) => lines.iter().map(|(_, line)| line.clone()).collect(),
            Self::Table(table) => table.lines.clone(),
        }
    }

    /// The people of a table.
    pub const fn people(&self) -> Option<i64> {
        match self {
            Self::Fields(_) => None,
            Self::Table(table) => table.people,
        }
    }

    /// The engine names lines by their place in the report; the form names them by case and kind, a table by row.
    pub fn named(&self, error: EngineError) -> EngineError {
        let EngineError::Invalid(errors) = error else { return error };
        let lines = match self {
            Self::Table(table) => {
                return EngineError::Invalid(table.by_row(errors).into_iter().map(of_table).collect());
            }
            Self::Fields(lines) => lines,
        };
        let name = |error: FieldError| match error.line().and_then(|(n, _)| lines.get(n)) {
            Some((field, _)) => FieldError { field: field.clone(), ..error },
            None => error,
        };
        EngineError::Invalid(errors.into_iter().map(name).collect())
    }
}

/// What is wrong with a table as a whole stands at its field.
fn of_table(error: FieldError) -> FieldError {
    match error.field.as_str() {
        "file" | "lines" => FieldError { field: "table".to_owned(), ..error },
        _ => error,
    }
}

/// The lines that have a number, each with its field. An empty field and a nought are no line.
fn fields(page: &PackReport, form: &ReportForm, wrong: &mut Vec<FieldError>) -> Vec<(String, NewLine)> {
    let mut lines = Vec::new();
    let mut failed = false;
    for (n, case) in page.cases.iter().enumerate() {
        for kind in Kind::ALL {
            let field = ReportForm::field(n, *kind);
            let quantity = match form.number(n, *kind).trim() {
                "" | "0" => continue,
                number => number.parse::<i64>(),
            };
            match quantity {
                Ok(quantity) => {
                    let line =
                        NewLine { case: case.slug.to_string(), kind: kind.to_string(), quantity, language: None };
                    lines.push((field, line));
                }
                Err(_) => {
                    failed = true;
                    wrong.push(FieldError::new(&field, Rule::OneToTenMillion));
                }
            }
        }
    }
    if lines.is_empty() && !failed {
        wrong.push(FieldError::new("numbers", Rule::NothingChosen));
    }
    lines
}
