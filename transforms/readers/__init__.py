"""Readers: one module a format. It loads none of them: who only says what a reading is need not wait for what recognises formats."""
