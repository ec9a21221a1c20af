namespace CourseGen.Servers.S3;

/// <summary>Where a small Ceph keeps its files, and its settings.</summary>
sealed class CephFiles(string folder, int monitorPort, int port)
{
    public string Folder => folder;

    public string Id { get; } = Guid.NewGuid().ToString();

    public string MonitorAddress => $"[v2:127.0.0.1:{monitorPort}]";

    public string Configuration => Path.Combine(folder, "ceph.conf");

    public string Keys => Path.Combine(folder, "keyring");

    public string MonitorMap => Path.Combine(folder, "monmap");

    /// <summary>Nothing of an earlier start can be used: what it stored was in memory.</summary>
    public void Write()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var part in (string[])["mon", "osd", "rgw", "run", "log"])
            Directory.CreateDirectory(Path.Combine(folder, part));
        File.WriteAllText(Configuration, Settings());
    }

    /// <summary>The storage daemon takes the first free ports from 6800 by itself.</summary>
    string Settings() =>
        $"""
        [global]
        fsid = {Id}
        mon host = {MonitorAddress}
        ms bind msgr1 = false
        ms bind ipv6 = false
        public addr = 127.0.0.1
        cluster addr = 127.0.0.1
        keyring = {Keys}
        mon data = {folder}/mon
        osd data = {folder}/osd
        run dir = {folder}/run
        log file = {folder}/log/$name.log
        admin socket = {folder}/run/$name.asok
        pid file = {folder}/run/$name.pid
        paxos propose interval = 0.1
        mon max pg per osd = 2000
        mon warn on pool no redundancy = false
        mon allow pool size one = true
        mon data avail warn = 1
        mon data avail crit = 1
        osd pool default pg autoscale mode = off
        osd pool default size = 1
        osd pool default min size = 1
        osd pool default pg num = 1
        osd pool default pgp num = 1
        osd crush chooseleaf type = 0
        osd objectstore = memstore
        osd class load list = *
        osd class default list = *
        memstore device bytes = 4294967296
        [client.rgw]
        rgw frontends = beast endpoint=127.0.0.1:{port}
        rgw thread pool size = 64
        rgw data = {folder}/rgw
        rgw enable usage log = false
        rgw run sync thread = false
        rgw enable quota threads = false
        rgw gc obj min wait = 5
        rgw gc processor period = 5
        rgw gc processor max time = 5
        rgw enable lc threads = false

        """;
}
