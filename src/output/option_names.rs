//! What the options are called: in English as clap has them, in Dutch as nl.ftl has them. Both are
//! understood, whatever the language of the screen.

use crate::output::i18n::{Language, Texts};

/// The names of options in Dutch.
pub struct OptionNames(Texts);

impl Default for OptionNames {
    fn default() -> Self {
        Self(Texts::new(Language::Nl))
    }
}

impl OptionNames {
    /// The Dutch name of the option with this English name, both without hyphens before them:
    /// `leeftijd` for `age`. `None` when it is the same word.
    #[must_use]
    pub fn dutch(&self, english: &str) -> Option<String> {
        dutch(english, &self.0).filter(|dutch| dutch != english)
    }
}

fn dutch(english: &str, texts: &Texts) -> Option<String> {
    let key = format!("option-{english}");
    let dutch = texts.tr0(&key);
    // There is always one: a test asks for it.
    (dutch != key).then_some(dutch)
}

/// An option as it is typed on this screen: `--leeftijd` for `--age`.
#[must_use]
pub fn shown(option: &str, texts: &Texts) -> String {
    let english = option.strip_prefix("--");
    match (english, texts.language()) {
        (Some(english), Language::Nl) => {
            let dutch = dutch(english, texts);
            dutch.map_or_else(|| option.to_owned(), |dutch| format!("--{dutch}"))
        }
        (Some(_) | None, Language::Nl | Language::En) => option.to_owned(),
    }
}
