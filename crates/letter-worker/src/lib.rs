//! The letter engine's face for a Web Worker.
