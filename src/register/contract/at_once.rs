//! What is promised of transactions, and of many at the same time.

use super::*;

pub fn a_transaction_that_fails_leaves_no_trace<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let failed: Result<_, RegisterError> = register.write(|writer| {
        let report =
            crate::register::report::ReportRows::new(&signal(1), &offer(), &sender(), writer.salts);
        crate::register::report::record(writer, report, &decision("{}", ""))?;
        Err::<(), _>(RegisterError::IdTaken { id: id(1) })
    });
    assert_eq!(failed, Err(RegisterError::IdTaken { id: id(1) }));
    assert_eq!(count(&mut register, "signal"), 0);
    assert_eq!(report(&mut register, &signal(1)), ReportOutcome::New);
}

pub fn a_reader_cannot_write<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let report_within = |tx: &mut dyn crate::register::database::Transaction| {
        let mut salts = crate::register::audit::hash_chain::Salts::new()?;
        let mut writer = crate::register::event_writer::EventWriter::new(tx, &mut salts);
        let report =
            crate::register::report::ReportRows::new(&signal(1), &offer(), &sender(), writer.salts);
        crate::register::report::record(&mut writer, report, &decision("{}", ""))
    };
    let _: Result<_, RegisterError> = register.database.read(report_within);
    assert_eq!(count(&mut register, "signal"), 0);
}

fn at_once<W: World, T: Send>(world: &W, act: impl Fn(u32, &mut Register) -> T + Sync) -> Vec<T> {
    let start = std::sync::Barrier::new(8);
    std::thread::scope(|scope| {
        let one = |n| {
            let (start, act) = (&start, &act);
            scope.spawn(move || {
                start.wait();
                act(n, &mut world.open())
            })
        };
        let threads: Vec<_> = (0..8).map(one).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    })
}

pub fn of_eight_that_accept_at_once_one_wins<W: World>() {
    let world = W::new();
    report(&mut world.open(), &signal(1));
    let outcomes = at_once(&world, |_, register| {
        order(register, id(1), JGZ, Command::Accept { contact: None }, 0)
    });
    let lost = |outcome: &&Result<_, _>| {
        matches!(
            outcome,
            Err(StepError::Refused(Refusal::WrongState {
                state: State::Accepted,
                ..
            }))
        )
    };
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert_eq!(outcomes.iter().filter(lost).count(), 7, "{outcomes:?}");
    assert_eq!(
        world
            .open()
            .story(&IdPrefix::from(id(1)))
            .unwrap()
            .happened
            .len(),
        2
    );
}

/// They also all make the register at once, since none is there.
pub fn eight_that_report_at_once_all_succeed<W: World>() {
    let world = W::new();
    let outcomes = at_once(&world, |n, register| {
        register.report(&signal(n), &offer(), &decision("{}", "digest"), &sender())
    });
    assert!(
        outcomes
            .iter()
            .all(|outcome| matches!(outcome, Ok((ReportOutcome::New, Some(_))))),
        "{outcomes:?}"
    );
    assert_eq!(listed(&mut world.open(), &Filter::default()).len(), 8);
}
