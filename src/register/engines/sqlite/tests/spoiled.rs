//! Reading on past what is damaged where a statement that fails spoils the whole transaction, as in
//! PostgreSQL: by savepoints, and by nothing else.

use crate::register::audit::verify::verify;
use crate::register::database::{
    EachRow, Engine as _, IntegrityIssue, SqlValue, Transaction, attempt,
};
use crate::register::engines::sqlite::tests::damaged::{in_one_file, with_a_damaged_page};
use crate::register::engines::sqlite::tests::{Folder, opened};
use crate::register::examples::{World, report, signal};
use crate::register::row::{row, rows};
use crate::register::salvage::salvage;
use crate::register::{Access, Register, RegisterError, SalvageReport, VerifyReport};

/// Refuses every statement after one that failed, until it is rolled back to a savepoint.
struct Strict<'t> {
    tx: &'t mut dyn Transaction,
    /// The control: without them nothing mends it.
    has_savepoints: bool,
    is_spoiled: bool,
    failures: usize,
}

impl<'t> Strict<'t> {
    fn of(tx: &'t mut dyn Transaction, has_savepoints: bool) -> Self {
        Self {
            tx,
            has_savepoints,
            is_spoiled: false,
            failures: 0,
        }
    }

    fn unless_spoiled<T>(
        &mut self,
        run: impl FnOnce(&mut dyn Transaction) -> Result<T, RegisterError>,
    ) -> Result<T, RegisterError> {
        if self.is_spoiled {
            return Err(RegisterError::Failed {
                place: "register.db".into(),
                cause: "the transaction is spoiled".to_owned(),
            });
        }
        let done = run(&mut *self.tx);
        self.is_spoiled = done.is_err();
        self.failures += usize::from(done.is_err());
        done
    }
}

impl Transaction for Strict<'_> {
    fn execute(&mut self, sql: &str, with: &[SqlValue<'_>]) -> Result<u64, RegisterError> {
        self.unless_spoiled(|tx| tx.execute(sql, with))
    }

    fn query(
        &mut self,
        sql: &str,
        with: &[SqlValue<'_>],
        each: &mut EachRow<'_>,
    ) -> Result<(), RegisterError> {
        self.unless_spoiled(|tx| tx.query(sql, with, each))
    }

    fn check(&mut self, each: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError> {
        self.unless_spoiled(|tx| tx.check(each))
    }

    fn rollback_to_savepoint(&mut self) -> Result<bool, RegisterError> {
        if self.has_savepoints {
            self.is_spoiled = false;
        }
        self.unless_spoiled(|tx| tx.rollback_to_savepoint())
    }
}

/// What verifying finds, and how many statements failed on the way.
fn verified(
    register: &mut Register,
    has_savepoints: bool,
) -> (Result<VerifyReport, RegisterError>, usize) {
    let looked: Result<_, RegisterError> = register.database.read(|tx| {
        let mut strict = Strict::of(tx, has_savepoints);
        let verified = verify(&mut strict, &[]);
        Ok((verified, strict.failures))
    });
    looked.unwrap()
}

fn salvaged(register: &mut Register, has_savepoints: bool) -> Result<SalvageReport, RegisterError> {
    let new = Folder::new();
    register
        .database
        .read(|tx| salvage(&mut Strict::of(tx, has_savepoints), &mut new.open()))
}

/// Open registers, each with one damaged page that makes statements fail.
fn damaged(access: Access) -> Vec<(Folder, Register)> {
    let (world, bytes, _) = in_one_file();
    let damaged = world.path().with_extension("damaged");
    let mut registers = Vec::new();
    for page in (1..bytes.len() / 4096).step_by(7) {
        std::fs::write(&damaged, with_a_damaged_page(&bytes, page)).unwrap();
        let Ok(mut register) = opened(&damaged, access) else {
            continue;
        };
        if verified(&mut register, true).1 > 0 {
            let folder = Folder::new();
            std::fs::rename(&damaged, folder.path()).unwrap();
            drop(register);
            let register = opened(&folder.path(), access).unwrap();
            registers.push((folder, register));
        }
    }
    assert!(registers.len() > 3, "{}", registers.len());
    registers
}

#[test]
fn a_damaged_register_is_looked_through_by_savepoints_alone() {
    for (_folder, mut register) in damaged(Access::Inspect) {
        let plain = register.verify(&[]);
        assert!(plain.as_ref().is_ok_and(|verified| !verified.is_sound()));
        assert_eq!(verified(&mut register, true).0, plain);
        assert!(
            verified(&mut register, false).0.is_err(),
            "without savepoints it ends at the first statement that fails"
        );
    }
}

#[test]
fn a_damaged_register_is_salvaged_by_savepoints_alone() {
    let mut lost = 0;
    for (_folder, mut register) in damaged(Access::Salvage) {
        let plain = register.salvage(&mut Folder::new().open());
        assert_eq!(salvaged(&mut register, true), plain);
        // What lies in an index alone is not missed.
        if plain.is_ok_and(|salvaged| !salvaged.is_complete()) {
            lost += 1;
            assert!(salvaged(&mut register, false).is_err());
        }
    }
    assert!(lost > 3, "{lost}");
}

/// As SQLite ends a transaction by itself after an error of the disk.
fn ended(tx: &mut dyn Transaction) -> Result<(), RegisterError> {
    tx.execute("ROLLBACK", &[])?;
    Err(RegisterError::Failed {
        place: "register.db".into(),
        cause: "disk I/O error".to_owned(),
    })
}

row! {
    struct Count {
        signals: i64 = "count(*)",
    }
}

fn signals(tx: &mut dyn Transaction) -> Result<Vec<i64>, RegisterError> {
    let counted: Vec<Count> = rows(tx, "FROM signal", &[])?;
    Ok(counted.into_iter().map(|counted| counted.signals).collect())
}

#[test]
fn reading_goes_on_in_a_transaction_that_sqlite_ended_and_writing_does_not() {
    let world = Folder::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let read = register.database.read(|tx| {
        assert!(attempt(tx, ended)?.is_err());
        signals(tx)
    });
    assert_eq!(read, Ok(vec![1]));
    let broken = Err(RegisterError::Failed {
        place: "register.db".into(),
        cause: "disk I/O error".to_owned(),
    });
    // What was written before is lost; and what ended the transaction is told, not that it ended.
    let written = register.database.write(|tx| {
        tx.execute("UPDATE event_kind SET kind = kind WHERE FALSE", &[])?;
        attempt(tx, ended)?.or(Ok(()))
    });
    assert_eq!(written, broken);
    let written: Result<_, RegisterError> = register.write(|writer| {
        writer
            .attempt(|writer| ended(writer.tx))?
            .or(Ok::<_, RegisterError>(()))
    });
    assert_eq!(written.map(|((), _)| ()), broken);
    assert_eq!(register.database.read(signals), Ok(vec![1]));
}
