//! What whoever declines a signal hears when it was declined before.

use crate::common::World;
use rstest::rstest;

#[rstest]
#[case::to_somebody(&["--to=wijkteam-oost"])]
#[case::to_nobody(&[])]
fn who_declines_what_was_declined_before_hears_why_it_goes_to_the_coordinator(
    #[case] suggested: &[&str],
) {
    let world = World::new().reported();
    let why = "It was declined before; so it goes to the coordinator now, who decides who owns it.";
    let decline = |by: &str, suggested: &[&str]| {
        let typed = [&["decline", "K7M4", "--reason=other-age"], suggested].concat();
        world.run_as(by, typed)
    };
    decline("jgz-waterdam", &["--to=cjg-waterdam"])
        .exit(0)
        .said("It goes to CJG Waterdam")
        .never_shows(why);
    decline("cjg-waterdam", suggested)
        .exit(0)
        .said("It goes to Gemeente Waterdam")
        .said(why);
}
