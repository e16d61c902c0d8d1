//! What is promised of steps.

use super::*;

pub fn a_step_is_recorded_with_its_words<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let case = order(&mut register, id(1), JGZ, final_feedback(), 1).unwrap();
    assert_eq!(case.state(), State::Answered);
    let story = register.story(&IdPrefix::from(id(1))).unwrap();
    assert_eq!((story.case, story.happened.len()), (case, 2));
    let said = register.words(id(1)).unwrap().pop().unwrap();
    assert_eq!(
        (said.number, said.part, said.words),
        (2, Part::Said, words("Wij komen elke week."))
    );
}

pub fn a_refusal_leaves_no_trace<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let before = register.story(&IdPrefix::from(id(1))).unwrap();
    let refused = order(
        &mut register,
        id(1),
        JGZ,
        Command::Confirm { words: None },
        1,
    );
    assert!(matches!(
        refused,
        Err(StepError::Refused(Refusal::NotYours { .. }))
    ));
    assert_eq!(register.story(&IdPrefix::from(id(1))).unwrap(), before);
    assert_eq!(
        order(
            &mut register,
            id(2),
            JGZ,
            Command::Accept { contact: None },
            1
        ),
        Err(StepError::NotFound)
    );
}

pub fn steps_that_cannot_follow_leave_no_trace<W: World>() {
    let world = W::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let step = |event| Step {
        event,
        under: None,
        words: Vec::new(),
        contact: None,
        decision: None,
    };
    let steps = vec![step(Event::Accepted), step(Event::Confirmed)];
    let taken = register.step(&IdPrefix::from(id(1)), monday(), &actor(JGZ), |_| {
        Ok::<_, Refusal>(steps)
    });
    assert!(matches!(
        taken,
        Err(StepError::Register(RegisterError::SecondLock { .. }))
    ));
    assert_eq!(
        register.story(&IdPrefix::from(id(1))).unwrap().case.state(),
        State::Offered
    );
}

pub fn what_the_map_decides_again_is_kept_beside_what_it_decided_first<W: World>() {
    let world = W::new();
    let mut register = world.open();
    register
        .report(
            &signal(1),
            &offer(),
            &decision("first", "old map"),
            &sender(),
        )
        .unwrap();
    let case = order(&mut register, id(1), GEMEENTE, reroute(MEE), 9).unwrap();
    assert_eq!(
        (&case.owner, case.state(), case.feedback_by),
        (&organisation(MEE), State::Offered, offer().feedback_by)
    );
    let story = register.story(&IdPrefix::from(id(1))).unwrap();
    let Event::Rerouted(again) = &story.happened[1].event else {
        panic!("{:?}", story.happened)
    };
    assert_eq!(story.offer(), Some(&offer()), "the first decision stays");
    assert_eq!(again.feedback_by, offer().feedback_by);
    assert_eq!(
        (story.first.reason.as_str(), story.first.map_digest.as_str()),
        ("first", "old map")
    );
    let [(number, latest)] = story.again.as_slice() else {
        panic!("{:?}", story.again)
    };
    assert_eq!(
        (*number, latest.reason.as_str(), latest.map_digest.as_str()),
        (2, "again", "new map")
    );
    assert_eq!(register.words(id(1)).unwrap().pop().unwrap().number, 2);
}

pub fn several_signals_take_a_step_together_or_not_at_all<W: World>() {
    let world = W::new();
    let mut register = world.open();
    for n in [1, 2, 3] {
        report(&mut register, &signal(n));
    }
    order(
        &mut register,
        id(2),
        KRAAMZORG,
        Command::Withdraw {
            reason: words("Vergissing."),
        },
        0,
    )
    .unwrap();
    let by = organisation(GEMEENTE);
    let mut together = |numbers: &[u32]| {
        let which: Vec<_> = numbers.iter().map(|n| IdPrefix::from(id(*n))).collect();
        register.steps(&which, monday(), &actor(GEMEENTE), |case| {
            decide(case, &by, reroute(MEE), &terms(0))
        })
    };
    let Err(StepsError::Refused(refused)) = together(&[1, 2, 9, 3]) else {
        panic!("all were done")
    };
    let [
        (1, StepError::Refused(Refusal::WrongState { .. })),
        (2, StepError::NotFound),
    ] = refused.as_slice()
    else {
        panic!("{refused:?}")
    };
    let (cases, _) = together(&[1, 3]).unwrap();
    assert_eq!(
        cases
            .iter()
            .map(|case| (case.id, case.events))
            .collect::<Vec<_>>(),
        [(id(1), 2), (id(3), 2)],
        "none was done before"
    );
    assert!(cases.iter().all(|case| case.owner == organisation(MEE)));
}
