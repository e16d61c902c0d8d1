//! `route` with a map that is known already, against `amtool config routes test` with as many
//! routes.

use std::process::Command;

use crate::generator;
use crate::pairs::ratio;
use crate::program::{Place, answer, time};
use crate::table::{Goal, Table};

/// How many responsibilities, and how many times as fast.
const GOALS: [(usize, f64); 4] = [(100, 6.0), (1_000, 9.0), (10_000, 12.0), (100_000, 15.0)];

pub fn measure(table: &mut Table) {
    let amtool = Command::new("amtool").arg("--version").output().is_ok();
    for (size, goal) in GOALS {
        let what = format!("amtool config routes test / route, {size} responsibilities");
        if !amtool {
            table.skip(
                &what,
                "amtool is not installed (Debian: prometheus-alertmanager)",
            );
            continue;
        }
        let place = Place::new();
        let (land, map) = place.map(size);
        let config = place.path("alertmanager.yml");
        std::fs::write(&config, generator::config(&land)).unwrap();

        // In the last district that has somebody: a config is read from the top.
        let last = land
            .claims
            .iter()
            .rev()
            .find(|claim| {
                claim.ages.is_none() && claim.urgency.is_empty() && claim.sender.is_none()
            })
            .unwrap();
        let (topic, area) = (last.topics.first().unwrap(), last.area.as_ref().unwrap());
        let ours = || {
            place.seinhuis(
                &map,
                [
                    "route", "--topic", topic, "--area", area, "--age", "34", "--format", "json",
                ],
            )
        };
        let theirs = || {
            let mut command = Command::new("amtool");
            command
                .args(["config", "routes", "test", "--config.file"])
                .arg(&config);
            command.args([
                format!("topic={topic}"),
                format!("area={area}"),
                "age=34".to_owned(),
            ]);
            command
        };
        let owner: serde_json::Value = serde_json::from_str(&answer(&mut ours())).unwrap();
        assert_eq!(
            owner["owner"]["id"].as_str().unwrap(),
            last.owner,
            "the map and the config give the same answer"
        );
        assert_eq!(
            answer(&mut theirs()).trim(),
            last.owner,
            "the map and the config give the same answer"
        );
        table.row(
            &what,
            ratio(|| time(&mut theirs()), || time(&mut ours())),
            "x",
            Goal::AtLeast(goal),
        );
    }
}
