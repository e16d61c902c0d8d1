//! What stands behind a topic, an area or an organisation in the map at a glance.

use crate::domain::time::Day;
use crate::output::screen::RenderContext;

/// `also: Den Haag`.
pub(super) fn also_text(words: &[String], screen: &RenderContext<'_>) -> String {
    screen.tr1("map-show-also", "words", words.join(", "))
}

/// `formerly: wijk-noord`.
pub(super) fn formerly_text(codes: &[impl ToString], screen: &RenderContext<'_>) -> Option<String> {
    let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
    (!codes.is_empty()).then(|| screen.tr1("map-show-formerly", "codes", codes.join(", ")))
}

/// `from Friday 1 January 2027`, `until and including …`, or both; `None` when it is always there.
pub(super) fn days_text(
    from: Option<Day>,
    until: Option<Day>,
    screen: &RenderContext<'_>,
) -> Option<String> {
    let from = from.map(|day| screen.tr1("map-show-from", "day", screen.day(day)));
    let until = until.map(|day| screen.tr1("map-show-until", "day", screen.day(day)));
    let days: Vec<String> = from.into_iter().chain(until).collect();
    (!days.is_empty()).then(|| days.join(", "))
}

/// `3000-3019`, or `3056` by itself.
pub(super) fn range_text((from, to): (u16, u16)) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}-{to}")
    }
}
