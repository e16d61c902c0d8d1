//! What is wrong with a setting, or with what a run finds in its environment.

use std::io;
use std::path::Path;

use crate::domain::codes::OrganisationId;
use crate::errors::cli_error::lookup::codes_of_the_map;
use crate::errors::setting::{BadSetting, KEYS, SettingSource, variable_name};
use crate::errors::{self, failed, path_text, usage};
use crate::map_file::yaml;
use crate::output::error_report::ErrorReport;
use crate::output::escape;
use crate::output::i18n::Texts;
use crate::output::screen::RenderContext;

pub(super) fn config(path: &Path, fault: &yaml::Fault, t: &Texts) -> ErrorReport {
    let path = path_text(path);
    usage("config-invalid", t.tr1("error-config", "path", &path))
        .because(errors::yaml_fault(&path, fault, t))
        .hint(t.tr0("hint-config-keys"))
}

pub(super) fn config_unreadable(path: &Path, error: &io::Error, t: &Texts) -> ErrorReport {
    let sentence = t.tr1("error-config-unreadable", "path", path_text(path));
    failed("config-unreadable", sentence).because(errors::io::describe(error, t))
}

pub(super) fn bad_setting(setting: &BadSetting, t: &Texts) -> ErrorReport {
    let value = escape::line(&setting.value);
    let args = [("key", setting.key.into()), ("value", value.into())];
    let mut report = usage("bad-setting", t.tr("error-bad-setting", &args));
    report.because.extend(setting_source(setting, t));
    report.hint(one_of(&setting.known, t))
}

/// Where the value of a setting came from, unless a person typed it just now.
fn setting_source(setting: &BadSetting, t: &Texts) -> Option<String> {
    let (text, place) = match (setting.from, &setting.file) {
        (SettingSource::Variable, _) => ("because-setting-variable", variable_name(setting.key)),
        (SettingSource::File, Some(file)) => ("because-setting-file", path_text(file)),
        (SettingSource::File, None)
        | (SettingSource::Flag | SettingSource::Folder | SettingSource::Default, _) => {
            return None;
        }
    };
    Some(t.tr1(text, "place", place))
}

pub(super) fn unknown_setting(key: &str, t: &Texts) -> ErrorReport {
    let sentence = t.tr1("error-unknown-setting", "key", escape::line(key));
    usage("unknown-setting", sentence).hint(one_of(KEYS, t))
}

fn one_of(known: &[&str], t: &Texts) -> String {
    t.tr1("hint-one-of", "known", known.join(", "))
}

pub(super) fn no_home(variable: &str, t: &Texts) -> ErrorReport {
    failed("no-home", t.tr0("error-no-home")).hint(t.tr1("hint-set-variable", "variable", variable))
}

pub(super) fn bad_now(value: &str, t: &Texts) -> ErrorReport {
    usage(
        "bad-now",
        t.tr1("error-bad-now", "value", escape::line(value)),
    )
}

pub(super) fn no_person(organisation: &OrganisationId, screen: &RenderContext<'_>) -> ErrorReport {
    let organisation = screen.organisation(organisation);
    let error = screen.tr1("error-no-person", "organisation", organisation);
    usage("no-person", error).hint(screen.tr0("hint-person"))
}

pub(super) fn no_identity(screen: &RenderContext<'_>) -> ErrorReport {
    let report =
        usage("no-identity", screen.tr0("error-no-identity")).hint(screen.tr0("hint-identity"));
    let Some(map) = screen.map else {
        return report;
    };
    let mut known: Vec<String> = map
        .organisations()
        .iter()
        .map(|organisation| organisation.id.to_string())
        .collect();
    known.sort_unstable();
    report.hint(codes_of_the_map(&known, screen))
}
