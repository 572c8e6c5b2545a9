//! Sheets in Arabic: they stand the other way round.
#![allow(dead_code, missing_docs, reason = "each file uses its own part")]

use letter::{Paper, sheets::spec::*};

use crate::samples::{self, strings, titled};

fn stock(paper: Paper) -> Stock {
    Stock { lang: "ar".into(), title: "ورقة".into(), ..samples::stock(paper) }
}

fn name() -> Option<NativeName> {
    Some(NativeName { text: "Рита Карасартова".into(), lang: "ru".into() })
}

fn stamp() -> StampFace {
    StampFace {
        country: "قيرغيزستان".into(), name: "ريتا كاراسارتوفا".into(), native: name(), ..samples::stamp()
    }
}

pub fn case(paper: Paper) -> CaseSheet {
    CaseSheet {
        stock: stock(paper),
        stamp: stamp(),
        name: "ريتا كاراسارتوفا".into(),
        native: name(),
        label: "قيرغيزستان. أدينت، تحت المراقبة، حتى 11 ديسمبر 2025".into(),
        notice: "عرض توضيحي. الوقائع من مصادر عامة.".into(),
        story: strings(&[
            "ريتا كاراسارتوفا خبيرة في الحكم المدني من بيشكيك. قدمت لأكثر من عشر سنوات المشورة لأشخاص لم يحصلوا على محاكمة عادلة.",
            "اعتقلتها الشرطة في 23 أكتوبر 2022 مع أكثر من عشرين شخصا آخرين (Kempir-Abad). وفي 14 يونيو 2024 برئت هي والمتهمون معها.",
        ]),
        shortened: String::new(),
        asks: titled(
            "ما نطلبه",
            &["إلغاء الحكم الصادر في سبتمبر 2025 ورفع المراقبة والغرامة.", "السماح لها بمواصلة عملها دون خوف."],
        ),
        address: Titled { heading: "اكتبوا إلى".into(), entries: samples::address() },
        begin: "ابدأوا: السيد المدعي العام،".into(),
        advice: titled("كيف تكتبون", &["بأدب، وبكلماتكم، وفي صفحة واحدة.", "الاسم الكامل، وطلب واحد واضح."]),
        code: samples::code(
            "https://example.org/ar/cases/rita-karasartova",
            "القضية على الإنترنت: example.org/ar/cases",
        ),
        mourned: false,
    }
}

pub fn cover(paper: Paper) -> CoverSheet {
    let column = |head: &str, number, names| LedgerColumn { head: head.into(), number, names };
    CoverSheet {
        stock: stock(paper),
        label: "حزمة الرسائل K7QF-2M9D".into(),
        heading: "مجموعة فرايبورغ، 10 ديسمبر".into(),
        contents: Ledger {
            columns: vec![
                column("اكتبوا من أجل", false, true),
                column("إلى", false, false),
                column("الرسائل", true, false),
            ],
            rows: vec![
                strings(&["ريتا كاراسارتوفا", "المدعي العام", "25"]),
                strings(&["منال العتيبي", "وزير العدل", "40"]),
            ],
            sums: strings(&["المجموع", "", "65"]),
        },
        besides: "وأيضا: أوراق القضايا 3–10".into(),
        printing: titled("هكذا تطبع", &["A4، على الوجهين.", "بنسبة 100 %: قيسوا الشريط أدناه."]),
        posting: Facts {
            heading: "هكذا ترسل".into(),
            pairs: vec![("إلى قيرغيزستان".into(), "25، بالسعر الدولي".into())],
        },
        foot: "القضايا كما في 23 نوفمبر 2026.".into(),
        notice: "عرض توضيحي. الوقائع من مصادر عامة.".into(),
        ruler: "100 mm".into(),
        ..samples::cover(paper)
    }
}

pub fn tally(paper: Paper) -> TallySheet {
    TallySheet {
        stock: stock(paper),
        label: "ورقة العد، الحزمة K7QF-2M9D".into(),
        heading: "كم أرسلنا؟".into(),
        intro: "خط واحد لكل رسالة.".into(),
        case: "القضية".into(),
        kinds: strings(&["بخط اليد", "مطبوعة وموقعة", "بطاقات"]),
        sum: "المجموع".into(),
        cases: vec![("ريتا كاراسارتوفا".into(), "قيرغيزستان".into()), ("منال العتيبي".into(), "السعودية".into())],
        all: "الكل".into(),
        fields: strings(&["المكان والتاريخ", "من عد"]),
        ..samples::tally(paper)
    }
}

pub fn petition(paper: Paper) -> ListSheet {
    ListSheet {
        stock: stock(paper),
        label: "عريضة من أجل ريتا كاراسارتوفا".into(),
        heading: "إلى المدعي العام لجمهورية قيرغيزستان".into(),
        intro: "نحن الموقعين أدناه نطلب منكم:".into(),
        asks: titled("ما نطلبه", &["إلغاء الحكم الصادر في سبتمبر 2025 ورفع المراقبة والغرامة."]),
        columns: vec![("الرقم".into(), 8), ("الاسم".into(), 37), ("المدينة".into(), 25), ("التوقيع".into(), 30)],
        foot: "يكفي الاسم والمدينة.".into(),
    }
}
