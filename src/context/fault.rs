//! A fault in seinhuis itself. Whichever thread panics, the run ends there with an error.

use std::panic;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::context::settings::Colour;
use crate::context::terminal::Terminal;
use crate::exit_code::Exit;
use crate::output::answer::Format;
use crate::output::error_report::ErrorReport;
use crate::output::i18n::{Language, Texts};
use crate::output::screen::RenderContext;

/// Set once the register is opened to write: from then on the run may have recorded something.
static MAY_HAVE_RECORDED: AtomicBool = AtomicBool::new(false);

pub fn may_have_recorded() {
    MAY_HAVE_RECORDED.store(true, Ordering::Relaxed);
}

/// From now on a panic ends the run with an error in this language and format. The message of the
/// panic is not shown: that of a library may quote what somebody wrote.
pub fn install_hook(language: Language, format: impl Fn() -> Format + Send + Sync + 'static) {
    panic::set_hook(Box::new(move |fault| {
        let texts = Texts::new(language);
        let screen = crate::context::bare_screen(&texts);
        let terminal = Terminal::detect(false, false, Colour::Auto);
        let place = fault.location().map(ToString::to_string);
        let recorded = MAY_HAVE_RECORDED.load(Ordering::Relaxed);
        let report = error_report(place, recorded, &screen);
        exit_process(terminal.show_error(&report, format(), &screen));
    }));
}

#[allow(
    clippy::exit,
    clippy::disallowed_methods,
    reason = "after a fault there is no way back to main, least of all from another thread"
)]
fn exit_process(exit: Exit) {
    process::exit(exit.code().into())
}

fn error_report(
    place: Option<String>,
    may_have_recorded: bool,
    screen: &RenderContext<'_>,
) -> ErrorReport {
    let (exit, error) = if may_have_recorded {
        (Exit::NotKnown, "error-fault-not-known")
    } else {
        (Exit::Failed, "error-fault")
    };
    let mut report = ErrorReport::new("fault", exit, screen.tr0(error));
    report
        .because
        .extend(place.map(|place| screen.tr1("because-fault", "place", place)));
    if may_have_recorded {
        report = report.hint(screen.tr0("hint-fault-look"));
    }
    report.hint(screen.tr0("register-second-lock-hint"))
}
