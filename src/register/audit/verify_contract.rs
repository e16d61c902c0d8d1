//! What a register promises about being looked through. Part of the contract.

use crate::domain::lifecycle::Command;
use crate::register::database::{Engine as _, attempt};
use crate::register::examples::*;
use crate::register::{
    ExportTrace, Filter, FindingKind, Receipt, ReceiptStatus, Register, RegisterError, exports,
};

/// Runs it on one engine.
macro_rules! every_promise_of_verifying {
    ($world:ty) => {
        #[test]
        fn what_was_recorded_by_the_program_is_sound() {
            $crate::register::audit::verify_contract::what_was_recorded_by_the_program_is_sound::<$world>();
        }
        #[test]
        fn a_receipt_tells_whether_its_step_is_still_there() {
            $crate::register::audit::verify_contract::a_receipt_tells_whether_its_step_is_still_there::<$world>();
        }
        #[test]
        fn what_is_tried_in_vain_is_taken_back_and_the_rest_goes_on() {
            $crate::register::audit::verify_contract::what_is_tried_in_vain_is_taken_back_and_the_rest_goes_on::<$world>();
        }
        #[test]
        fn a_register_is_looked_through_as_it_is_at_one_moment() {
            $crate::register::audit::verify_contract::a_register_is_looked_through_as_it_is_at_one_moment::<$world>();
        }
    };
}
pub(in crate::register) use every_promise_of_verifying;

/// More signals than are read together, some with a life.
fn many(register: &mut Register) {
    for n in 1..=300 {
        report(register, &signal(n));
        if n % 3 == 0 {
            order(
                register,
                id(n / 3),
                JGZ,
                Command::Accept { contact: None },
                1,
            )
            .unwrap();
        }
    }
    register
        .record_export(&Filter::default(), monday(), &organisation(GEMEENTE), None)
        .unwrap();
}

pub fn what_was_recorded_by_the_program_is_sound<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let empty = register.verify(&[]).unwrap();
    assert_eq!(
        (empty.is_sound(), empty.signals, empty.steps, empty.last),
        (true, 0, 0, None)
    );
    many(&mut register);
    let verified = register.verify(&[]).unwrap();
    assert_eq!(verified.findings, []);
    assert_eq!(
        (verified.signals, verified.steps, verified.more),
        (300, 400, 0)
    );
    let (_, last) = register
        .report(&signal(301), &offer(), &decision("{}", "digest"), &sender())
        .unwrap();
    assert_eq!(register.verify(&[]).unwrap().last, last);
}

pub fn a_receipt_tells_whether_its_step_is_still_there<W: World>() {
    let (world, other) = (W::new(), W::new());
    let mut register = world.open();
    let receipts: Vec<Receipt> = (1..=5)
        .map(|n| {
            register
                .report(&signal(n), &offer(), &decision("{}", "digest"), &sender())
                .unwrap()
                .1
                .unwrap()
        })
        .collect();
    // The same signals in another register: other salts, and so other seals.
    let mut other = other.open();
    for n in 1..=3 {
        report(&mut other, &signal(n));
    }
    let proofs = |register: &mut Register| {
        let verified = register.verify(&receipts).unwrap();
        let wrong: Vec<FindingKind> = verified
            .findings
            .iter()
            .map(|finding| finding.kind)
            .collect();
        (
            verified
                .receipts
                .into_iter()
                .map(|(_, proof)| proof)
                .collect::<Vec<_>>(),
            wrong,
        )
    };
    assert_eq!(
        proofs(&mut register),
        (vec![ReceiptStatus::There; 5], vec![])
    );
    let (there, lost) = ([ReceiptStatus::Changed; 3], [ReceiptStatus::Lost; 2]);
    let kinds = [
        [FindingKind::ReceiptChanged; 3].as_slice(),
        &[FindingKind::ReceiptLost; 2],
    ]
    .concat();
    assert_eq!(
        proofs(&mut other),
        ([there.as_slice(), &lost].concat(), kinds)
    );
}

pub fn what_is_tried_in_vain_is_taken_back_and_the_rest_goes_on<W: World>() {
    let world = W::new();
    let mut register = world.open();
    let left = |signals| ExportTrace {
        at: monday(),
        by: organisation(GEMEENTE),
        signals,
        because: None,
    };
    let written: Result<(), RegisterError> = register.database.write(|tx| {
        exports::append(tx, &left(1))?;
        let tried = attempt(tx, |tx| {
            exports::append(tx, &left(2))?;
            tx.execute("INSERT INTO nowhere (number) VALUES (1)", &[])
        })?;
        assert!(tried.is_err());
        attempt(tx, |tx| exports::append(tx, &left(3)))??;
        exports::append(tx, &left(4))
    });
    assert_eq!(written, Ok(()));
    let exports = register.info().unwrap().exports;
    assert_eq!(exports, [left(1), left(3), left(4)]);
    assert!(register.verify(&[]).unwrap().is_sound());
}

pub fn a_register_is_looked_through_as_it_is_at_one_moment<W: World>() {
    let world = W::new();
    let (mut register, mut other) = (world.open(), world.open());
    many(&mut register);
    let verified = register.database.read(|tx| {
        let mut each =
            |_: &[crate::register::database::SqlValue<'_>]| Ok(std::ops::ControlFlow::Break(()));
        tx.query("SELECT step FROM event", &[], &mut each)?;
        order(
            &mut other,
            id(299),
            JGZ,
            Command::Accept { contact: None },
            1,
        )
        .unwrap();
        report(&mut other, &signal(301));
        crate::register::audit::verify::verify(tx, &[])
    });
    let verified = verified.unwrap();
    assert_eq!(
        (verified.findings, verified.signals, verified.steps),
        (vec![], 300, 400)
    );
    assert_eq!(other.verify(&[]).unwrap().steps, 402);
}
