using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CourseGen.Ppt.Packages;

/// <summary>The checksum of ZIP archives: CRC-32 of ISO 3309, polynomial EDB88320 reflected.</summary>
static class Crc32
{
    const int TableCount = 8;
    static readonly uint[] Tables = MakeTables();

    /// <param name="crc">Of the bytes before; 0 at the start.</param>
    internal static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var state = ~crc;
        if (Pclmulqdq.IsSupported && Sse2.IsSupported && bytes.Length >= 64)
        {
            var folded = bytes.Length & ~15;
            state = Fold(state, bytes[..folded]);
            bytes = bytes[folded..];
        }
        return ~ByTables(state, bytes);
    }

    static uint ByTables(uint state, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> tables = Tables;
        for (; bytes.Length >= TableCount; bytes = bytes[TableCount..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = tables[0x700 | (int)(low & 255)] ^ tables[0x600 | (int)((low >> 8) & 255)] ^ tables[0x500 | (int)((low >> 16) & 255)] ^ tables[0x400 | (int)(low >> 24)]
                ^ tables[0x300 | (int)(high & 255)] ^ tables[0x200 | (int)((high >> 8) & 255)] ^ tables[0x100 | (int)((high >> 16) & 255)] ^ tables[(int)(high >> 24)];
        }
        foreach (var value in bytes)
            state = tables[(int)((state ^ value) & 255)] ^ (state >> 8);
        return state;
    }

    /// <summary>
    /// Folds four times 16 bytes at once by multiplication without carry: V. Gopal and others, "Fast CRC Computation for Generic
    /// Polynomials Using PCLMULQDQ Instruction", 2009; the constants are powers of x modulo the polynomial.
    /// </summary>
    static uint Fold(uint state, ReadOnlySpan<byte> bytes)
    {
        var blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var (first, second, third, fourth) = (blocks[0] ^ Vector128.CreateScalar(state).AsUInt64(), blocks[1], blocks[2], blocks[3]);
        var by64 = Vector128.Create(0x0154442bd4UL, 0x01c6e41596UL);
        var by16 = Vector128.Create(0x01751997d0UL, 0x00ccaa009eUL);
        for (blocks = blocks[4..]; blocks.Length >= 4; blocks = blocks[4..])
        {
            first = Step(first, by64) ^ blocks[0];
            second = Step(second, by64) ^ blocks[1];
            third = Step(third, by64) ^ blocks[2];
            fourth = Step(fourth, by64) ^ blocks[3];
        }
        first = Step(Step(Step(first, by16) ^ second, by16) ^ third, by16) ^ fourth;
        foreach (var block in blocks)
            first = Step(first, by16) ^ block;
        return Reduce(first, by16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ulong> Step(Vector128<ulong> value, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(value, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, by, 0x11);

    static uint Reduce(Vector128<ulong> value, Vector128<ulong> by16)
    {
        var low = Vector128.Create(0xFFFFFFFFUL);
        value = Sse2.ShiftRightLogical128BitLane(value, 8) ^ Pclmulqdq.CarrylessMultiply(value, by16, 0x10);
        value = Sse2.ShiftRightLogical128BitLane(value, 4) ^ Pclmulqdq.CarrylessMultiply(value & low, Vector128.CreateScalar(0x0163cd6124UL), 0x00);
        var barrett = Vector128.Create(0x01db710641UL, 0x01f7011641UL);
        var quotient = Pclmulqdq.CarrylessMultiply(value & low, barrett, 0x10) & low;
        return (value ^ Pclmulqdq.CarrylessMultiply(quotient, barrett, 0x00)).AsUInt32()[1];
    }

    static uint[] MakeTables()
    {
        var tables = new uint[TableCount * 256];
        for (var value = 0u; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            tables[value] = crc;
        }
        for (var index = 256; index < tables.Length; index++)
            tables[index] = tables[(int)(tables[index - 256] & 255)] ^ (tables[index - 256] >> 8);
        return tables;
    }
}
