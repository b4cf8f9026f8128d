fn answers() -> activations::Answers {
    activations::Answers {
        sigmoid: Box::new(exercise_activations::sigmoid),
        ..testkit::Contract::unwritten()
    }
}
activations::tests!(answers);
