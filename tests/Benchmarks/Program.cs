Console.Error.WriteLine("Usage: Benchmarks VERB …, as described in docs/benchmarks.md");
return 2;
