//! `seinhuis man`

use std::fs;
use std::io;
use std::path::PathBuf;

use clap::{Args, Command};
use clap_mangen::Man as Page;
use clap_mangen::roff::{Roff, bold, roman};
use serde::Serialize;

use crate::context::Context;
use crate::context::output_file::{OutputFile, OutputPlace};
use crate::errors::cli_error::CliError;
use crate::exit_code::Exit;
use crate::output::answer::Answer;
use crate::output::i18n::Texts;
use crate::output::mark::Mark;
use crate::output::screen::RenderContext;
use crate::verbs::AnswerResult;

/// Print the manual, or write a page of it for each command
///
/// The pages are in the language of the screen. Read one page at once with: seinhuis man | man -l -
///
/// Example: seinhuis man --output /usr/local/share/man/man1
#[derive(Debug, Args)]
pub struct Manual {
    /// Write a page for each command in this folder, which is made when it is not there; older pages
    /// that seinhuis made are replaced
    #[arg(long, short, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

impl Manual {
    /// # Errors
    /// As [`OutputFile::prepare`]; then no page is written.
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let mut whole = (context.command_line)(&context.texts);
        whole.build();
        let day = context.screen().today().to_string();
        let Some(folder) = self.output else {
            let roff = page(&whole, &day, &context.texts).map_err(CliError::Input)?;
            return Ok(Box::new(FirstPage {
                file: file_name(&whole),
                roff,
            }));
        };
        fs::create_dir_all(&folder).map_err(|error| CliError::FileNotWritten {
            path: folder.clone(),
            error,
        })?;
        let mut files = Vec::new();
        let mut prepared = Vec::new();
        for command in with_subcommands(&whole) {
            let file = file_name(command);
            let roff = page(command, &day, &context.texts).map_err(CliError::Input)?;
            let place = OutputPlace {
                option: "--output",
                typed: folder.clone(),
                path: folder.join(&file),
                mark: Mark::Manual,
            };
            prepared.push(OutputFile::prepare(place, &roff)?);
            files.push(file);
        }
        // No page is published before all of them are on the disk.
        for page in prepared {
            page.publish()?;
        }
        Ok(Box::new(ManualPages {
            folder: folder.display().to_string(),
            files,
        }))
    }
}

/// The command and all below it.
fn with_subcommands(command: &Command) -> Vec<&Command> {
    std::iter::once(command)
        .chain(command.get_subcommands().flat_map(with_subcommands))
        .collect()
}

/// `seinhuis-map-check.1`: where `man` looks for it.
fn file_name(command: &Command) -> String {
    let name = command.get_display_name().unwrap_or(command.get_name());
    format!("{name}.1")
}

/// One page in the format of `man`. Headings that the crate writes in English are translated; the
/// others come from the help.
fn page(command: &Command, day: &str, texts: &Texts) -> io::Result<String> {
    let version = concat!("seinhuis ", env!("CARGO_PKG_VERSION"));
    let mut written = Vec::new();
    Page::new(command.clone())
        .date(day)
        .source(version)
        .manual(texts.tr0("man-manual"))
        .render(&mut written)?;
    let mut page = String::from_utf8_lossy(&written).into_owned();
    for (english, key) in [
        ("NAME", "man-name"),
        ("SYNOPSIS", "man-synopsis"),
        ("DESCRIPTION", "man-description"),
        ("VERSION", "man-version"),
    ] {
        let translated = format!("\n.SH \"{}\"\n", texts.tr0(key));
        page = page.replacen(&format!("\n.SH {english}\n"), &translated, 1);
    }
    Ok(Mark::Manual.first_bytes() + &page + &exit_codes(texts).to_roff())
}

fn exit_codes(texts: &Texts) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [texts.tr0("man-exit").as_str()]);
    for exit in Exit::ALL {
        roff.control("TP", []);
        roff.text([bold(exit.code().to_string())]);
        roff.text([roman(texts.tr0(&format!("man-exit-{}", exit.code())))]);
    }
    roff
}

/// The page of the whole program.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FirstPage {
    file: String,
    roff: String,
}

impl Answer for FirstPage {
    fn sentences(&self, _screen: &RenderContext<'_>) -> String {
        self.roff.clone()
    }

    fn is_document(&self) -> bool {
        true
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ManualPages {
    folder: String,
    files: Vec<String>,
}

impl Answer for ManualPages {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let args = [
            ("count", self.files.len().into()),
            ("folder", (&self.folder).into()),
        ];
        screen.tr("man-written", &args)
    }
}
