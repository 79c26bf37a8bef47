// One step of a walk: its name is printed when it was taken; the first that fails ends the walk.
export async function step(name, take) {
  try {
    await take();
    console.log(`walked: ${name}`);
  } catch (failure) {
    console.error(`failed: ${name}`);
    console.error(failure);
    process.exit(1);
  }
}
