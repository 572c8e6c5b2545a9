//! One of each sheet, with sample words.
#![allow(dead_code, missing_docs, reason = "each file uses its own part")]

use letter::{Paper, SpecDate, sheets::spec::*};

pub fn stock(paper: Paper) -> Stock {
    Stock { lang: "en".into(), title: "A sheet".into(), date: SpecDate { year: 2026, month: 11, day: 23 }, paper }
}

pub fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

pub fn titled(heading: &str, entries: &[&str]) -> Titled {
    Titled { heading: heading.into(), entries: strings(entries) }
}

pub fn code(url: &str, caption: &str) -> Option<Code> {
    Some(Code { url: url.into(), caption: caption.into(), alt: format!("QR code: {url}") })
}

pub fn address() -> Vec<String> {
    strings(&["Prosecutor General", "A. Toktonalieva Street, 139", "Bishkek 720040", "KYRGYZSTAN"])
}

pub fn cover(paper: Paper) -> CoverSheet {
    let column = |head: &str, number, names| LedgerColumn { head: head.into(), number, names };
    let row = |n: &str, name: &str, office: &str, country: &str, pages: &str| {
        strings(&[n, name, office, country, "25", pages])
    };
    let far = |country: &str| (format!("To {country}"), "25, international rate".to_owned());
    CoverSheet {
        stock: stock(paper),
        label: "Letter pack K7QF-2M9D".into(),
        heading: "Freiburg group, 10 December".into(),
        code: code("https://example.org/r/K7QF-2M9D", "Report what you posted: scan, or example.org/r/K7QF-2M9D"),
        notice: "A demonstration. Facts come from public sources.".into(),
        contents: Ledger {
            columns: vec![
                column("No.", true, false),
                column("Write for", false, true),
                column("To", false, false),
                column("Country", false, false),
                column("Letters", true, false),
                column("Pages", true, false),
            ],
            rows: vec![
                row("1", "Rita Karasartova", "Prosecutor General of the Kyrgyz Republic", "Kyrgyzstan", "3–52"),
                row("2", "Manahel al-Otaibi", "Minister of Justice of Saudi Arabia", "Saudi Arabia", "53–102"),
                row("3", "Đặng Đình Bách", "Prime Minister of Viet Nam", "Viet Nam", "103–152"),
                row("4", "Oqba Hashad", "Public Prosecutor of Egypt", "Egypt", "153–202"),
            ],
            sums: strings(&["", "All", "", "", "100", "202"]),
        },
        besides: "Besides, by page: Case sheets 3–10, Tally sheet 211.".into(),
        printing: titled("Print it so", &["A4, both sides, flip on the long edge.", "At 100 %, never “fit to page”: measure the bar below.", "First print page 2, the test sheet, and lay it behind a window envelope."]),
        ruler: "100 mm".into(),
        posting: Facts { heading: "Post it so".into(), pairs: ["Kyrgyzstan", "Saudi Arabia", "Viet Nam", "Egypt"].map(far).into() },
        foot: "The four cases are as of 23 November 2026. If one has changed since, the code above says so. Sheets: 101. Envelopes: DIN long with a window on the left.".into(),
    }
}

pub fn stamp() -> StampFace {
    StampFace {
        slug: "rita-karasartova".into(),
        alt: "Stamp: Rita Karasartova, Kyrgyzstan 2023".into(),
        country: "Kyrgyzstan".into(),
        edition: "2023".into(),
        name: "Rita Karasartova".into(),
        native: native(),
    }
}

pub fn native() -> Option<NativeName> {
    Some(NativeName { text: "Рита Карасартова".into(), lang: "ru".into() })
}

pub fn case(paper: Paper) -> CaseSheet {
    CaseSheet {
        stock: stock(paper),
        stamp: stamp(),
        name: "Rita Karasartova".into(),
        native: native(),
        label: "Kyrgyzstan. Convicted, on probation, as of 11 December 2025".into(),
        notice: "A demonstration. Facts come from public sources.".into(),
        story: strings(&[
            "Rita Karasartova is an expert in civic governance from Bishkek. For more than ten years she has advised people who could not get a fair hearing, and she leads an organisation of her own. In October 2022 she joined others who opposed a border agreement that gave Uzbekistan control of the Kempir-Abad reservoir. They feared for their country's water, formed a committee and called for a public meeting.",
            "Police arrested her on 23 October 2022 together with more than twenty other people. She was kept for eight months in a crowded, airless cell and could neither see nor telephone her family. A district court moved her to house arrest on 23 June 2023, with a curfew from ten at night to six in the morning. The charge, a violent overthrow of the government, carried up to fifteen years.",
            "Supporters of Write for Rights 2023 sent more than 405,000 signatures. On 14 June 2024 she and her co-defendants were acquitted.",
            "She was detained again on 14 April 2025, accused of calls to mass unrest, after she had put a letter from the activist Tilekmat Kurenov online. The file was secret and the trial closed. On 18 September 2025 a court fined her and ordered five years of probation; the prosecutor had asked for ten years in prison. The city court left the verdict in place that December.",
        ]),
        shortened: "This is shortened: the whole story stands on the case’s page.".into(),
        asks: titled(
            "What we ask",
            &[
                "Quash the conviction of September 2025 and lift the probation supervision and the fine.",
                "End the proceedings still pending in the Kempir-Abad case against her and the other defendants.",
                "Let Rita Karasartova carry on her human rights work without fear of new reprisals.",
            ],
        ),
        address: Titled { heading: "Write to".into(), entries: address() },
        begin: "Begin: Dear Prosecutor General,".into(),
        advice: titled(
            "How to write",
            &[
                "Polite, in your own words, one page.",
                "Her full name, and one clear ask.",
                "Say who you are and where you live.",
            ],
        ),
        code: code(
            "https://example.org/cases/rita-karasartova",
            "The case on line, with every source: example.org/cases/rita-karasartova",
        ),
        mourned: false,
    }
}

pub fn tally(paper: Paper) -> TallySheet {
    let case = |name: &str, country: &str| (name.to_owned(), country.to_owned());
    TallySheet {
        stock: stock(paper),
        label: "Tally sheet, pack K7QF-2M9D".into(),
        heading: "How many did we post?".into(),
        code: code("https://example.org/r/K7QF-2M9D", "Report it: scan, or example.org/r/K7QF-2M9D"),
        intro: "One stroke for each. Count a letter written by hand and a signed printed letter apart.".into(),
        case: "Case".into(),
        kinds: strings(&["By hand", "Printed, signed", "Cards", "Petition lines"]),
        sum: "Sum".into(),
        cases: vec![
            case("Rita Karasartova", "Kyrgyzstan"),
            case("Manahel al-Otaibi", "Saudi Arabia"),
            case("Đặng Đình Bách", "Viet Nam"),
            case("Wet'suwet'en land defenders and their families", "Canada"),
        ],
        all: "All".into(),
        fields: strings(&["Place and date", "Counted by"]),
    }
}

pub fn cards(paper: Paper) -> CardSheet {
    CardSheet {
        stock: stock(paper),
        label: "A card for".into(),
        name: "Rita Karasartova".into(),
        native: native(),
        address: Titled { heading: "Send it to".into(), entries: address() },
        rules: titled(
            "Please keep to this",
            &[
                "Short and encouraging.",
                "Nothing about politics or the organisation.",
                "Assume that others read it too.",
            ],
        ),
        code: code(
            "https://example.org/cases/rita-karasartova",
            "The case on line: example.org/cases/rita-karasartova",
        ),
    }
}

pub fn petition(paper: Paper) -> ListSheet {
    ListSheet {
        stock: stock(paper),
        label: "Petition for Rita Karasartova".into(),
        heading: "To the Prosecutor General of the Kyrgyz Republic".into(),
        intro: "We who sign below ask you:".into(),
        asks: titled(
            "What we ask",
            &["Quash the conviction of September 2025 and lift the probation supervision and the fine."],
        ),
        columns: vec![("No.".into(), 8), ("Name".into(), 37), ("Town".into(), 25), ("Signature".into(), 30)],
        foot: "Name and town are enough.".into(),
    }
}

pub fn poster(paper: Paper) -> Poster {
    Poster {
        stock: stock(paper),
        stamp: stamp(),
        heading: "Write for Rita Karasartova".into(),
        native: native(),
        summary: "Rita Karasartova gives legal advice to people let down by the courts in Kyrgyzstan. Acquitted in June 2024 of plotting to overthrow the government over a reservoir handed to Uzbekistan, she was arrested again in April 2025 after publishing another activist's letter and sentenced to five years of probation.".into(),
        fields: strings(&["Where", "When"]),
        code: code("https://example.org/cases/rita-karasartova", "Write from home: example.org/cases/rita-karasartova"),
        foot: "A demonstration. Facts come from public sources.".into(),
        mourned: false,
    }
}

pub fn label_sheet(labels: LabelStock) -> LabelSheet {
    LabelSheet {
        stock: stock(labels.paper),
        labels,
        first: 4,
        offset: (0, 0),
        addresses: vec![
            (address(), 8),
            (
                strings(&[
                    "Attorney General of the Federation",
                    "and Minister of Justice",
                    "Federal Ministry of Justice",
                    "Shehu Shagari Way, Maitama",
                    "Abuja",
                    "NIGERIA",
                ]),
                12,
            ),
        ],
        test: "Print this page on plain paper and hold it against the labels.".into(),
        ruler: "100 mm".into(),
    }
}
