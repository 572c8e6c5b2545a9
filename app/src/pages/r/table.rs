//! The part of the report form for those whose numbers stand in a table already: a file, or pasted.

use leptos::prelude::*;

use crate::{
    attempts::ReportForm,
    parts::fields::{Problems, field, typed},
    words::Words,
};

/// Folded away until somebody wants it, or a table was sent and something is wrong with it.
pub fn section(w: &Words, form: &ReportForm, problems: &Problems) -> AnyView {
    let open = !form.table.is_empty() || problems.at(w, "table").is_some();
    let table = form.table.clone();
    view! {
        <details class="in-a-table" open=open>
            <summary>{w.t("report-table-have")}</summary>
            <p>{w.t("report-table-how")}</p>
            <pre class="sample">{w.t("report-table-sample")}</pre>
            {field(w, problems, "file", w.t("report-table-file"), Some(w.t("report-table-file-help")), |ties| {
                view! {
                    <input id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv" aria-describedby=ties.described_by/>
                }
                    .into_any()
            })}
            {field(w, problems, "table", w.t("report-table"), Some(w.t("report-table-help")), |ties| {
                view! {
                    <textarea
                        id="table"
                        name="table"
                        rows="8"
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby=ties.described_by
                        aria-invalid=ties.invalid
                    >
                        {typed(&table)}
                    </textarea>
                }
                    .into_any()
            })}
        </details>
    }
    .into_any()
}
