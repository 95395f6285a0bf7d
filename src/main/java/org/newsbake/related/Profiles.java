package org.newsbake.related;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Finds what texts say. Thread-safe. */
public final class Profiles {

  /** By language: those that nobody uses just now. */
  private final Map<String, Queue<Profiler>> idle = new ConcurrentHashMap<>();

  /** What a text says: a function of its language, title, summary, body and tags. */
  public Profile of(Text text) {
    String language = Stemming.primary(text.language());
    Queue<Profiler> profilers =
        idle.computeIfAbsent(language, key -> new ConcurrentLinkedQueue<>());
    Profiler profiler = profilers.poll();
    if (profiler == null) {
      profiler = new Profiler(language);
    }
    Profile profile = profiler.profile(text);
    profilers.add(profiler);
    return profile;
  }
}
