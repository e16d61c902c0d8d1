//! What people wrote about a signal, as `show` tells it.

use serde_json::Value;

use crate::domain::access::{Reach, Reader, SentReach};
use crate::domain::time::Zone;
use crate::exchange::export::tests::{for_hostile_texts, with_texts};
use crate::output::answer::{Data as _, Format, write};
use crate::output::i18n::{Language, Texts};
use crate::output::screen::RenderContext;
use crate::register::{Filter, FullStory, RegisterError};
use crate::verbs::show::answer::{SignalReader, SignalView};
use crate::verbs::tests::{FORMATS, example, now, steers_nothing};

#[test]
fn nothing_that_is_shown_of_a_signal_steers_a_screen() {
    let map = example();
    for_hostile_texts(|texts| {
        let (_folder, mut register) = with_texts(texts);
        let stories = register
            .scan(&Filter::default(), true, |stories| {
                stories.collect::<Result<Vec<_>, RegisterError>>()
            })
            .unwrap();
        for FullStory { story, words } in stories {
            let today = map.day(now());
            let reader = Reader {
                organisation: story.case.sender.clone().into(),
                reach: Reach::OwnSignals,
                sent: SentReach::All,
                coordinates: vec![],
            };
            let words = words.unwrap();
            let reader = SignalReader {
                reader: &reader,
                next: vec![],
                zone: Zone::AMSTERDAM,
                today,
            };
            let text = SignalView::new(story, &words, reader);
            for (language, width) in [(Language::Nl, None), (Language::En, Some(40))] {
                let texts = Texts::new(language);
                let screen = RenderContext {
                    texts: &texts,
                    map: Some(&map),
                    as_they_were: None,
                    now: now(),
                    width,
                    colour: false,
                };
                for format in FORMATS {
                    steers_nothing(&write(&text, format, &screen).replace("\r\n", "\n"));
                }
                assert_eq!(
                    serde_json::from_str::<Value>(&write(&text, Format::Json, &screen)).unwrap(),
                    text.json()
                );
            }
        }
    });
}
