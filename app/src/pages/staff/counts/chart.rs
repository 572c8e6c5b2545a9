//! Actions by day: bars drawn on the server, so that they are there without scripting and on paper. Online below, reported
//! above; the edition before as a dashed line. The same numbers stand in a table beneath.

use std::fmt::Write as _;

use domain::date::iso;
use engine::counts::{Counts, DayCount};
use leptos::prelude::*;
use time::{Date, Duration};

use crate::words::Words;

/// The most bars that can be told apart.
const MOST_BARS: i64 = 120;
/// So many days at least are drawn of a campaign without an end.
const FEWEST_BARS: i64 = 28;
/// A bar's step in the drawing's own units; its height is a hundred.
const STEP: i64 = 10;

/// A bar: one day, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bar {
    first: Date,
    online: i64,
    reported: i64,
    before: i64,
}

impl Bar {
    const fn all(self) -> i64 {
        self.online + self.reported
    }
}

/// The figure; nothing where no day has anything.
pub fn days(w: &Words, counts: &Counts) -> Option<AnyView> {
    let (first, last) = span(counts)?;
    let (bars, width) = bars(first, last, &counts.days, &counts.days_before);
    let top = round_up(bars.iter().map(|bar| bar.all().max(bar.before)).max().unwrap_or(0));
    let title = match width {
        1 => w.t("counts-days"),
        width => w.with("counts-days-wide", [("days", width.into())]),
    };
    let has_before = bars.iter().any(|bar| bar.before > 0);
    let scale = [top, top / 2, 0].map(|number| view! { <span>{w.number(number)}</span> });
    Some(
        view! {
            <figure class="sheet chart">
                <figcaption>
                    <strong>{title.clone()}</strong>
                    <span class="key"><i class="a"></i>{w.t("counts-online").to_lowercase()}</span>
                    <span class="key"><i class="b"></i>{w.t("counts-reported").to_lowercase()}</span>
                    {has_before.then(|| view! { <span class="key"><i class="dash"></i>{w.t("counts-before")}</span> })}
                </figcaption>
                <div class="plot">
                    <div class="scale" aria-hidden="true">{scale.collect_view()}</div>
                    {drawing(w, &title, &bars, top)}
                    <div class="axis" aria-hidden="true">{marks(w, &bars, width)}</div>
                </div>
                {as_table(w, &bars, width)}
            </figure>
        }
        .into_any(),
    )
}

/// What was asked for, else the edition's own window, else from the first day with something to the last.
fn span(counts: &Counts) -> Option<(Date, Date)> {
    let (question, campaign) = (&counts.question, &counts.campaign);
    let (first, last) = (counts.days.first()?.day, counts.days.last()?.day);
    let window = campaign.closes.map(|closes| (campaign.opens.first_day(), closes.last_day()));
    let from = question.from.or(window.map(|(opens, _)| opens)).unwrap_or(first);
    let to = question.to.or(window.map(|(_, closes)| closes)).unwrap_or(last).max(last);
    let open = question.from.is_none() && window.is_none();
    // a campaign that began a few days ago without an end: its bars must not be as broad as the page
    let month = to.checked_sub(Duration::days(FEWEST_BARS - 1)).filter(|_| open).unwrap_or(first);
    Some((from.min(first).min(month), to))
}

fn bars(first: Date, last: Date, days: &[DayCount], before: &[DayCount]) -> (Vec<Bar>, i64) {
    let long = (last - first).whole_days() + 1;
    let width = match (long + MOST_BARS - 1) / MOST_BARS {
        1 => 1,
        few if few <= 7 => 7,
        many => many,
    };
    let count = (long + width - 1) / width;
    let start = |n: i64| first.checked_add(Duration::days(n * width)).unwrap_or(last);
    let mut bars: Vec<Bar> = (0..count).map(|n| Bar { first: start(n), online: 0, reported: 0, before: 0 }).collect();
    let place = |day: Date| usize::try_from((day - first).whole_days().div_euclid(width)).ok();
    for each in days {
        if let Some(bar) = place(each.day).and_then(|at| bars.get_mut(at)) {
            bar.online += each.online;
            bar.reported += each.reported;
        }
    }
    for each in before {
        if let Some(bar) = place(each.day).and_then(|at| bars.get_mut(at)) {
            bar.before += each.online + each.reported;
        }
    }
    (bars, width)
}

/// The next number of the form 2, 4, 10, 20, 40, 100 …: its half is whole too.
fn round_up(number: i64) -> i64 {
    let mut scale = 1;
    loop {
        for step in [2, 4, 10] {
            if number <= step * scale {
                return step * scale;
            }
        }
        scale *= 10;
    }
}

fn drawing(w: &Words, title: &str, bars: &[Bar], top: i64) -> AnyView {
    let width = i64::try_from(bars.len()).unwrap_or(1) * STEP;
    let height = |actions: i64| (actions.max(0) * 1000 / top).min(1000);
    let columns = bars.iter().zip(0..).map(|(bar, n)| {
        let (online, reported) = (height(bar.online), height(bar.reported));
        let x = n * STEP + 1;
        let piece = |ink: &'static str, from: i64, high: i64| {
            let (y, high) = (tenths(1000 - from - high), tenths(high));
            view! { <rect class=ink x=x y=y width=STEP - 2 height=high></rect> }
        };
        [piece("a", 0, online), piece("b", online, reported.min(1000 - online))].collect_view()
    });
    let line = bars.iter().any(|bar| bar.before > 0).then(|| {
        let points = bars.iter().zip(0..).fold(String::new(), |mut points, (bar, n)| {
            let _ = write!(points, "{},{} ", n * STEP + STEP / 2, tenths(1000 - height(bar.before)));
            points
        });
        view! { <polyline class="before" points=points.trim_end().to_owned()></polyline> }
    });
    view! {
        <svg
            viewBox=format!("0 0 {width} 100")
            preserveAspectRatio="none"
            role="img"
            aria-labelledby="days-title days-words"
        >
            <title id="days-title">{title.to_owned()}</title>
            <desc id="days-words">{in_words(w, bars)}</desc>
            <path class="grid" d=format!("M0 0H{width}M0 50H{width}")></path>
            {columns.collect_view()}
            {line}
            <path class="ground" d=format!("M0 100H{width}")></path>
        </svg>
    }
    .into_any()
}

/// What the drawing shows, for whoever does not see it.
fn in_words(w: &Words, bars: &[Bar]) -> String {
    let most = bars.iter().max_by_key(|bar| bar.all());
    let (first, last) = (bars.first().map(|bar| bar.first), bars.last().map(|bar| bar.first));
    let day = |day: Option<Date>| day.map(|day| w.day(day)).unwrap_or_default();
    w.with(
        "counts-days-words",
        [
            ("from", day(first).into()),
            ("to", day(last).into()),
            ("actions", w.number(bars.iter().map(|bar| bar.all()).sum()).into()),
            ("most", w.number(most.map_or(0, |bar| bar.all())).into()),
            ("day", day(most.map(|bar| bar.first)).into()),
        ],
    )
}

/// At most five days under the ground line: the first, the last, and some between.
fn marks(w: &Words, bars: &[Bar], width: i64) -> AnyView {
    let last = bars.len().saturating_sub(1);
    let mut at: Vec<usize> = (0..5).map(|n| n * last / 4).collect();
    at.dedup();
    let end = |bar: &Bar| bar.first.checked_add(Duration::days(width - 1)).unwrap_or(bar.first);
    let day = |n: usize| bars.get(n).map(|bar| if n == last && last > 0 { end(bar) } else { bar.first });
    at.into_iter()
        .filter_map(day)
        .map(|day| {
            // the year stands in the filters and in the table
            let words = w.day(day).replace(&format!(" {}", day.year()), "");
            view! { <span>{words}</span> }
        })
        .collect_view()
        .into_any()
}

fn as_table(w: &Words, bars: &[Bar], width: i64) -> AnyView {
    let rows = bars.iter().filter(|bar| bar.all() != 0 || bar.before != 0).map(|bar| {
        let day = iso(bar.first);
        view! {
            <tr>
                <th scope="row">
                    <time datetime=day>{w.day(bar.first)}</time>
                </th>
                <td class="n">{w.number(bar.online)}</td>
                <td class="n">{w.number(bar.reported)}</td>
                <td class="n">{w.number(bar.all())}</td>
            </tr>
        }
    });
    let head = if width == 1 { w.t("counts-day") } else { w.t("counts-first-day") };
    view! {
        <details class="as-table">
            <summary>{w.t("counts-as-table")}</summary>
            <table class="ledger">
                <thead>
                    <tr>
                        <th scope="col">{head}</th>
                        <th scope="col" class="n">{w.t("counts-online-short")}</th>
                        <th scope="col" class="n">{w.t("counts-reported-short")}</th>
                        <th scope="col" class="n">{w.t("ledger-all")}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

fn tenths(number: i64) -> String {
    format!("{}.{}", number / 10, number % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn count(day: Date, online: i64, reported: i64) -> DayCount {
        DayCount { day, online, reported }
    }

    #[test]
    fn each_day_has_its_bar_and_days_without_anything_stay_empty() {
        let days = [count(date!(2026 - 11 - 02), 3, 1), count(date!(2026 - 11 - 04), 0, 5)];
        let (bars, width) =
            bars(date!(2026 - 11 - 02), date!(2026 - 11 - 05), &days, &[count(date!(2026 - 11 - 03), 7, 0)]);
        let shown: Vec<_> = bars.iter().map(|bar| (bar.online, bar.reported, bar.before)).collect();
        assert_eq!((width, shown), (1, vec![(3, 1, 0), (0, 0, 7), (0, 5, 0), (0, 0, 0)]));
    }

    #[test]
    fn a_long_time_is_drawn_in_few_bars_and_loses_nothing() {
        for (last, most_days) in
            [(date!(2027 - 03 - 01), 1), (date!(2027 - 11 - 01), 7), (date!(9999 - 12 - 31), i64::MAX)]
        {
            let days = [count(date!(2026 - 11 - 02), 1, 0), count(last, 2, 0)];
            let (bars, width) = bars(date!(2026 - 11 - 02), last, &days, &[]);
            assert!(bars.len() <= 120 && width <= most_days, "{last}: {} of {width}", bars.len());
            assert_eq!(bars.iter().map(|bar| bar.all()).sum::<i64>(), 3);
        }
    }

    #[test]
    fn the_scale_ends_at_a_round_number_with_a_whole_half() {
        let tops = [0, 1, 3, 5, 11, 21, 41, 945, 1_000_001].map(round_up);
        assert_eq!(tops, [2, 2, 4, 10, 20, 40, 100, 1000, 2_000_000]);
    }
}
