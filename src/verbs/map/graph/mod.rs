//! `seinhuis map graph`

pub mod answer;

use std::path::PathBuf;

use clap::Args;

use crate::context::Context;
use crate::context::args::code_parser;
use crate::context::output_file::{self, OutputPlace};
use crate::errors::cli_error::CliError;
use crate::map_analysis::ownership_matrix::{OwnershipMatrix, Scope};
use crate::output::answer::Answer;
use crate::verbs::facts;
use crate::verbs::map::graph::answer::{GraphView, PictureKind};

/// Draw the map: topics and who owns them, with gaps and disputes marked
///
/// The claims are those of today, as they are written. The gaps and disputes are exact, for signals
/// of which age and place are known. A map too large for one sheet of paper is drawn for an area of
/// it.
///
/// Example: seinhuis map graph --area waterdam --output waterdam.svg
#[derive(Debug, Args)]
pub struct DrawGraph {
    /// Only this area, with what lies in it
    #[arg(long, short = 'p', value_name = "PLACE")]
    area: Option<String>,
    /// Only this topic, with its parts
    #[arg(long, short, value_name = "TOPIC")]
    topic: Option<String>,
    /// What kind of picture; svg when left out
    #[arg(long, value_name = "PICTURE", value_parser = code_parser::<PictureKind>())]
    picture: Option<PictureKind>,
    /// Write it to this file, not to the screen; an older picture that seinhuis made is replaced
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl DrawGraph {
    /// # Errors
    /// A map with faults, something that the map does not know, too large a picture, or as
    /// [`output_file::write`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer + '_>, CliError> {
        let Self {
            area,
            topic,
            picture: kind,
            output,
        } = self;
        let map = context.map()?;
        let area = area.map(|typed| facts::area(context, &typed)).transpose()?;
        let topic = topic
            .map(|typed| facts::topic(context, &typed))
            .transpose()?;
        let scope = Scope {
            area: area.and_then(|area| map.area_ix(&area)),
            topic: topic.and_then(|topic| map.topic_ix(&topic)),
        };
        let picture = OwnershipMatrix::new(map, scope, context.today()?);
        if picture.is_too_large() {
            return Err(CliError::PictureTooLarge {
                topics: picture.rows.len(),
                organisations: picture.columns.len(),
            });
        }
        let kind = kind.unwrap_or(PictureKind::Svg);
        let mut graph = GraphView::new(picture, kind);
        if let Some(path) = output {
            let place = OutputPlace {
                option: "--output",
                typed: path.clone(),
                path: path.clone(),
                mark: kind.mark(),
            };
            output_file::write(place, &graph.draw(&context.screen()))?;
            graph.file = Some(path.display().to_string());
        }
        Ok(Box::new(graph))
    }
}
