"""The judges of the tier `deep`: one small pretrained encoder that reads every sentence once, and the heads that ask it."""
