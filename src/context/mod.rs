//! What a command works with: settings, texts, terminal, clock; the map and the register when it
//! asks for them.

pub mod args;
pub mod clock;
pub mod fault;
pub mod fresh_id;
pub mod new_file;
pub mod output_file;
pub mod progress;
pub mod prompt;
pub mod settings;
pub mod terminal;
pub mod text_input;

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use crate::context::new_file::private_folder;
use crate::context::settings::{Settings, data_folder};
use crate::context::terminal::Terminal;
use crate::domain::codes::OrganisationId;
use crate::domain::lifecycle::Terms;
use crate::domain::signal_id::IdPrefix;
use crate::domain::time::{Day, Moment};
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::map_file;
use crate::output::answer::Format;
use crate::output::escape;
use crate::output::i18n::Texts;
use crate::output::screen::RenderContext;
use crate::register::{Access, Address, Clock, Register, RegisterError};
use crate::routing::map::RouteMap;

/// A screen of which nothing is known yet but its language.
#[must_use]
pub fn bare_screen(texts: &Texts) -> RenderContext<'_> {
    RenderContext {
        texts,
        map: None,
        now: clock::system(),
        width: None,
        colour: false,
    }
}

/// One run of the program.
pub struct Context {
    /// The texts in the language of this run.
    pub texts: Texts,
    /// The settings.
    pub settings: Settings,
    /// The terminal.
    pub terminal: Terminal,
    /// The moment of this run.
    pub now: Moment,
    /// By which clock that is.
    pub clock: Clock,
    /// In which form the answer is written.
    pub format: Format,
    /// All commands with their help in a language: for the manual.
    pub command_line: fn(&Texts) -> clap::Command,
    map: OnceCell<RouteMap>,
}

impl Context {
    /// A run that has read nothing yet.
    #[must_use]
    pub fn new(
        texts: Texts,
        settings: Settings,
        terminal: Terminal,
        (now, clock): (Moment, Clock),
        format: Format,
        command_line: fn(&Texts) -> clap::Command,
    ) -> Self {
        Self {
            texts,
            settings,
            terminal,
            now,
            clock,
            format,
            command_line,
            map: OnceCell::new(),
        }
    }

    /// The map, read once.
    ///
    /// # Errors
    /// Every fault that it has.
    pub fn map(&self) -> Result<&RouteMap, CliError> {
        if let Some(map) = self.map.get() {
            return Ok(map);
        }
        let cache = self.settings.value("cache").map(Path::new);
        let map = map_file::open(self.map_path(), cache).map_err(CliError::Map)?;
        Ok(self.map.get_or_init(|| map))
    }

    /// Where the map is: a file or a folder.
    #[must_use]
    pub fn map_path(&self) -> &Path {
        Path::new(self.settings.value("routes").unwrap_or("routes.yaml"))
    }

    /// The map, if it has been read without fault.
    #[must_use]
    pub fn map_if_read(&self) -> Option<&RouteMap> {
        self.map.get()
    }

    /// Where the register is.
    ///
    /// # Errors
    /// [`CliError::NoHome`] when nothing says where and there is no home to keep it in.
    pub fn register_address(&self) -> Result<Address, CliError> {
        self.settings.register().cloned().ok_or(CliError::NoHome {
            variable: "SEINHUIS_REGISTER",
        })
    }

    /// The folder in which words about families wait until they are recorded: that of the register,
    /// else that of the user's own data.
    ///
    /// # Errors
    /// No home to keep data in, or a folder that cannot be made there.
    pub fn spool_folder(&self) -> Result<PathBuf, CliError> {
        if let Some(folder) = self.register_address()?.spool_folder() {
            return Ok(folder.to_owned());
        }
        let own = data_folder().ok_or(CliError::NoHome { variable: "HOME" })?;
        match private_folder(&own) {
            Ok(()) => Ok(own),
            Err(error) => Err(CliError::FileNotWritten { path: own, error }),
        }
    }

    /// Opens the register.
    ///
    /// # Errors
    /// Whatever is wrong with it; it is left untouched.
    pub fn open(&self, access: Access) -> Result<Register, CliError> {
        match access {
            Access::Read | Access::Inspect | Access::Salvage => {}
            Access::Write(_) => fault::may_have_recorded(),
        }
        Register::open(&self.register_address()?, access).map_err(CliError::Register)
    }

    /// Opens the register to record in it, and makes it when there is none. Says so when what was
    /// made to try with is used in earnest.
    ///
    /// # Errors
    /// Whatever is wrong with it; it is left untouched.
    pub fn open_to_record(&self) -> Result<Register, CliError> {
        let register = self.open(Access::Write(self.clock))?;
        if self.clock == Clock::System && register.made_by() == Clock::Set {
            let trial = self.texts.tr0("status-trial-register");
            let warning = self.texts.tr0("label-warning");
            self.terminal.important(&format!("{warning} {trial}"));
        }
        Ok(register)
    }

    /// Opens the register to read the signal that was typed. Before the first report there is no
    /// register, and so no such signal.
    ///
    /// # Errors
    /// As [`Context::open`]; [`CliError::NoSuchSignal`].
    pub fn open_to_read(&self, typed_id: &str) -> Result<Register, CliError> {
        match self.open(Access::Read) {
            Err(CliError::Register(RegisterError::Missing { .. })) => Err(CliError::NoSuchSignal {
                typed: typed_id.to_owned(),
            }),
            opened => opened,
        }
    }

    /// Opens the register to read many signals. Before the first report there is none, and so no
    /// signal; that is said, in case another was meant.
    ///
    /// # Errors
    /// As [`Context::open`].
    pub fn open_if_there(&self) -> Result<Option<Register>, CliError> {
        match self.open(Access::Read) {
            Ok(register) => Ok(Some(register)),
            Err(CliError::Register(RegisterError::Missing { place })) => {
                let path = escape::line(&place.to_string());
                self.terminal.status(
                    &self
                        .texts
                        .tr("status-no-register", &[("path", path.into())]),
                );
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }

    /// The organisation for which this run acts.
    ///
    /// # Errors
    /// Nobody said which, or the map does not know it.
    pub fn acting_as(&self) -> Result<OrganisationId, CliError> {
        let typed = self.settings.value("as").ok_or(CliError::NoIdentity)?;
        self.organisation("--as", typed)
    }

    /// The organisation that was typed behind `option`.
    ///
    /// # Errors
    /// [`CliError::NotInMap`] with the nearest code.
    pub fn organisation(
        &self,
        option: &'static str,
        typed: &str,
    ) -> Result<OrganisationId, CliError> {
        let found = self.map()?.find_organisation(typed);
        found
            .map(|organisation| organisation.id.clone())
            .map_err(|missing| CliError::NotInMap {
                option,
                typed: typed.to_owned(),
                missing,
            })
    }

    /// Today, in the map's zone.
    ///
    /// # Errors
    /// When the map cannot be read.
    pub fn today(&self) -> Result<Day, CliError> {
        Ok(self.map()?.day(self.now))
    }

    /// The days on which promises made today fall due, after the map's general promises.
    ///
    /// # Errors
    /// When the map cannot be read.
    pub fn terms(&self) -> Result<Terms, CliError> {
        let settings = self.map()?.settings();
        let today = settings.zone.day(self.now);
        Ok(Terms {
            today,
            accept_by: settings
                .calendar
                .due(today, settings.promises.accept_within),
            feedback_by: settings
                .calendar
                .due(today, settings.promises.feedback_within),
            confirm_by: settings
                .calendar
                .due(today, settings.promises.confirm_within),
        })
    }

    /// Whether the answer is a table drawn at a terminal: its columns are as wide as the widest
    /// row, so all rows are held.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.format == Format::Table && self.terminal.width().is_some()
    }

    /// The screen that the answer is written for.
    #[must_use]
    pub fn screen(&self) -> RenderContext<'_> {
        RenderContext {
            texts: &self.texts,
            map: self.map_if_read(),
            now: self.now,
            width: self.terminal.width(),
            colour: self.terminal.colour() && self.format == Format::Table,
        }
    }

    /// Says what these words seem to hold that a signal does not need. They are recorded all the
    /// same.
    pub fn warn_of_personal(&self, words: &Words) {
        for kind in words.not_needed() {
            self.terminal.status(&format!(
                "{} {}",
                self.texts.tr0("label-warning"),
                self.screen().label("not-needed", kind)
            ));
        }
    }
}

/// The number, or the first four characters of it, that was typed.
///
/// # Errors
/// [`CliError::NoSuchSignal`] when it cannot be one.
pub fn signal_id(typed: &str) -> Result<IdPrefix, CliError> {
    typed.parse().map_err(|_| CliError::NoSuchSignal {
        typed: typed.to_owned(),
    })
}
