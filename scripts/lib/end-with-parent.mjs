// Loaded before a child's own program: when the process that started it is gone (even by kill -9), the channel between
// them closes and the child ends too, instead of holding the port against the next start.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 3_000).unref()
})
