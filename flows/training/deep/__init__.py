"""Fine-tuning of the encoder of the tier `deep`: jax to train, onnx to write; nothing of it is needed to run."""
