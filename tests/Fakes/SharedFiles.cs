namespace PaperBot.Fakes;

/// <summary>
/// Real data that is not part of the project: a folder <c>shared</c> beside the checkout. A test that needs it is
/// skipped, with the reason, where it is absent.
/// </summary>
internal static class SharedFiles
{
    public static string RepositoryRoot { get; } = FindRoot();

    public static string Path(string relative)
    {
        var path = System.IO.Path.Combine(RepositoryRoot, "..", "shared", relative);
        if (!File.Exists(path))
        {
            Assert.Skip($"needs ../shared/{relative}, which is not part of the project");
        }
        return path;
    }

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Directory.GetParent(folder)?.FullName)
        {
            if (File.Exists(System.IO.Path.Combine(folder, "PaperBot.sln")))
            {
                return folder;
            }
        }
        throw new InvalidOperationException("The tests run outside the repository: no PaperBot.sln above them.");
    }
}
